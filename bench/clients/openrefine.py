"""OpenRefine matches names and fetches what is known of them: openrefine.py OPENREFINE ADDRESS (see docs/clients.md)."""
import json
import sys
import time
import urllib.parse
import urllib.request

refine, server = sys.argv[1:3]
service = server + "/reconcile"
every = json.dumps({"facets": [], "mode": "row-based"})
table = "ward\nAltrincham\nBowdon\nHale Barns & Timperley South\nNowhere\n"


def read(url, data=None, **headers):
    with urllib.request.urlopen(urllib.request.Request(url, data=data, headers=headers)) as answer:
        return answer.geturl(), answer.read().decode()


def do(command, form=None, **query):
    data = None
    if form is not None:
        token = json.loads(do("get-csrf-token"))["token"]
        data = urllib.parse.urlencode({"csrf_token": token, **form}).encode()
    return read(refine + "/command/core/" + command + "?" + urllib.parse.urlencode(query), data)[1]


def wait():
    for _ in range(60):
        if not json.loads(do("get-processes", project=project))["processes"]:
            return
        time.sleep(0.5)


def column(number):
    rows = json.loads(do("get-rows", project=project, start=0, limit=20))["rows"]
    cells = [row["cells"][number] for row in rows if len(row["cells"]) > number]
    return [cell["v"] for cell in cells if cell and cell.get("v") is not None]


manifest = json.loads(read(service)[1])
kind = next(kind for kind in manifest["defaultTypes"] if kind["id"].endswith("#Area"))
spaces = {"identifierSpace": manifest["identifierSpace"], "schemaSpace": manifest["schemaSpace"]}
token = json.loads(do("get-csrf-token"))["token"]
part = '--part\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
body = part % ("project-name", "", "wards") + part % ("project-file", '; filename="wards.csv"', table) + "--part--\r\n"
created, _ = read(refine + "/command/core/create-project-from-upload?csrf_token=" + token + "&format=text/line-based/*sv",
                  body.encode(), **{"Content-Type": "multipart/form-data; boundary=part"})
project = created.split("project=")[1]

do("reconcile", {"columnName": "ward", "engine": every, "config": json.dumps(
    {"mode": "standard-service", "service": service, **spaces, "type": kind, "autoMatch": True, "columnDetails": [], "limit": 5})},
   project=project)
wait()
print("to the best candidates:", json.loads(do("recon-match-best-candidates", {"columnName": "ward", "engine": every},
                                               project=project))["code"])
wait()
properties = [{"id": "code", "name": "Code"}, {"id": "electorate", "name": "Electorate"}, {"id": "winners", "name": "Elected"}]
do("extend-data", {"baseColumnName": "ward", "endpoint": service, **spaces, "columnInsertIndex": 1, "engine": every,
                   "extension": json.dumps({"properties": properties})}, project=project)
wait()
for number in range(4):
    print(column(number))
