// purpose: What a search can find: which type a node is.

// field: is Document
{{this}}:Document

// field: is Measure
{{this}}:Measure

// field: is Section
{{this}}:Section

// field: is Department
{{this}}:Department

// field: is Region
{{this}}:Region
