// purpose: Indexes of what people and programs look up by; statements are separated by semicolons.
// example: mailuo load PATH
CREATE INDEX document_number_key IF NOT EXISTS FOR (n:Document) ON (n.number_key);
CREATE INDEX document_doc_number IF NOT EXISTS FOR (n:Document) ON (n.doc_number);
CREATE INDEX document_title IF NOT EXISTS FOR (n:Document) ON (n.title);
CREATE INDEX document_level IF NOT EXISTS FOR (n:Document) ON (n.level);
CREATE INDEX document_level_issued_on IF NOT EXISTS FOR (n:Document) ON (n.level, n.issued_on);
CREATE INDEX document_year IF NOT EXISTS FOR (n:Document) ON (n.year);
CREATE INDEX document_issued_on IF NOT EXISTS FOR (n:Document) ON (n.issued_on);
CREATE INDEX document_cited_by IF NOT EXISTS FOR (n:Document) ON (n.cited_by);
CREATE INDEX document_sample IF NOT EXISTS FOR (n:Document) ON (n.sample, n.held);
CREATE INDEX provision_path IF NOT EXISTS FOR (n:Provision) ON (n.path);
CREATE INDEX provision_position IF NOT EXISTS FOR (n:Provision) ON (n.position);
CREATE INDEX measure_modality IF NOT EXISTS FOR (n:Measure) ON (n.modality);
CREATE INDEX citation_number_key IF NOT EXISTS FOR (n:Citation) ON (n.number_key);
CREATE INDEX citation_title_key IF NOT EXISTS FOR (n:Citation) ON (n.title_key);
CREATE INDEX citation_status IF NOT EXISTS FOR (n:Citation) ON (n.status);
CREATE INDEX department_name IF NOT EXISTS FOR (n:Department) ON (n.name);
CREATE INDEX department_short_name IF NOT EXISTS FOR (n:Department) ON (n.short_name);
CREATE INDEX region_name IF NOT EXISTS FOR (n:Region) ON (n.name);
CREATE INDEX deadline_starts_on IF NOT EXISTS FOR (n:Deadline) ON (n.starts_on);
CREATE INDEX deadline_ends_on IF NOT EXISTS FOR (n:Deadline) ON (n.ends_on);
CREATE INDEX source_sha256 IF NOT EXISTS FOR (n:Source) ON (n.sha256);
CREATE INDEX document_read_as IF NOT EXISTS FOR (n:Document) ON (n.read_as);
CREATE INDEX copy_read_as IF NOT EXISTS FOR ()-[r:FROM]-() ON (r.read_as);
CREATE INDEX correction_document IF NOT EXISTS FOR (n:Correction) ON (n.document);
CREATE INDEX correction_kind IF NOT EXISTS FOR (n:Correction) ON (n.kind);
CREATE INDEX correction_target IF NOT EXISTS FOR (n:Correction) ON (n.target);
CREATE INDEX alignment_score IF NOT EXISTS FOR ()-[r:ALIGNED_WITH]-() ON (r.score)
