"""The GraphQL interface: a root field compiles its selection into one Cypher statement and answers with its record."""
