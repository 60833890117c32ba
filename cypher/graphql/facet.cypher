// purpose: The values of a field over a list: {{this}} is a map of field and counts. `counted` makes {{_value}} and {{_times}} of the sorted list {{_all}}, the most frequent 50.

// field: field
{{this}}.field

// field: counts
[{{child}} IN {{this}}.counts | {{select}}]

// field: counted
    WITH {{_all}}, [{{_at}} IN range(0, size({{_all}}) - 1) WHERE {{_at}} = 0 OR {{_all}}[{{_at}}] <> {{_all}}[{{_at}} - 1]] AS {{_starts}}
    UNWIND range(0, size({{_starts}}) - 1) AS {{_run}}
    WITH {{_all}}[{{_starts}}[{{_run}}]] AS {{_value}}, coalesce({{_starts}}[{{_run}} + 1], size({{_all}})) - {{_starts}}[{{_run}}] AS {{_times}}
    ORDER BY {{_times}} DESC, {{_value}} LIMIT 50
