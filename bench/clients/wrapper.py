"""SPARQLWrapper's ways and formats against a running server: wrapper.py ADDRESS (see docs/clients.md)."""
import sys
from SPARQLWrapper import SPARQLWrapper, CSV, JSON, RDFXML, TSV, TURTLE, XML

LE = "PREFIX le: <https://w3id.org/local-elections#> "
ROWS = {JSON: lambda answer: len(answer["results"]["bindings"]),
        XML: lambda answer: len(answer.getElementsByTagName("result")),
        CSV: lambda answer: len(answer.splitlines()) - 1,
        TSV: lambda answer: len(answer.splitlines()) - 1}
for method, way in (("GET", "urlencoded"), ("POST", "urlencoded"), ("POST", "postdirectly")):
    endpoint = SPARQLWrapper(sys.argv[1] + "/sparql")
    endpoint.setMethod(method)
    endpoint.setRequestMethod(way)
    endpoint.setQuery(LE + "SELECT ?c (SUM(?v) AS ?n) { ?c le:candidacy/le:votes ?v } GROUP BY ?c")
    for form, count in ROWS.items():
        endpoint.setReturnFormat(form)
        print(method, way, form, count(endpoint.query().convert()), "rows")
    endpoint.setQuery(LE + "CONSTRUCT { ?c le:votes ?v } WHERE { ?c le:votes ?v }")
    for form in (TURTLE, RDFXML):
        endpoint.setReturnFormat(form)
        print(method, way, form, len(endpoint.query().convert()))
