"""Seven of the commonest tasks with pandas and rdflib against a running server: kit.py ADDRESS (see docs/clients.md)."""
import io,sys,urllib.request,urllib.parse,pandas,rdflib
B=sys.argv[1]
Q='''PREFIX le: <https://w3id.org/local-elections#>
SELECT ?contest (SUM(?v) AS ?votes) { ?contest le:candidacy ?c ; le:pollingDate "2024-05-02"^^<http://www.w3.org/2001/XMLSchema#date> . ?c le:votes ?v } GROUP BY ?contest ORDER BY DESC(?votes)'''
# 1 pandas: a table from a query
d=pandas.read_csv(B+'/sparql?'+urllib.parse.urlencode({'query':Q,'format':'csv'}))
print('1 pandas query',d.shape,int(d.votes.sum()))
# 2 pandas: a table of an election
e=pandas.read_csv(B+'/doc/election/local.trafford.2024-05-02.csv')
print('2 pandas election',e.shape,[c for c in e.columns if 'uri' in c])
# 3 pandas: library query
q=pandas.read_csv(B+'/queries/turnout-by-ward.csv?election=local.trafford.2024-05-02')
print('3 pandas library',q.shape)
# 4 rdflib: document in each syntax
n=set()
for a,f in (('text/turtle','turtle'),('application/ld+json','json-ld'),('application/rdf+xml','xml'),('application/n-triples','nt')):
    r=urllib.request.urlopen(urllib.request.Request(B+'/doc/contest/local.trafford.altrincham.2024-05-02',headers={'Accept':a}))
    g=rdflib.Graph(); g.parse(data=r.read(),format=f); n.add((f,len(g),len(list(g.objects(None,rdflib.URIRef('https://w3id.org/local-elections#votes'))))))
print('4 rdflib syntaxes',sorted(n))
# 5 rdflib: remote query via SPARQLStore
from rdflib.plugins.stores.sparqlstore import SPARQLStore
g=rdflib.Graph(SPARQLStore(B+'/sparql'))
print('5 rdflib SPARQLStore',len(list(g.query(Q))))
# 6 rdflib: dump
import gzip
ds=rdflib.Dataset(); ds.parse(data=gzip.decompress(urllib.request.urlopen(B+'/data/dumps/local.trafford.2024-05-02.nq.gz').read()),format='nquads')
print('6 rdflib dump',len(ds),len(list(ds.graphs())))
# 7 catalogue
g=rdflib.Graph(); g.parse(data=urllib.request.urlopen(urllib.request.Request(B+'/data',headers={'Accept':'text/turtle'})).read(),format='turtle')
print('7 catalogue datasets',len(list(g.subjects(rdflib.RDF.type,rdflib.DCAT.Dataset))))
