"""The map of an election in QGIS and geopandas, where boundaries are loaded: maps.py ADDRESS (see docs/clients.md)."""
import os
import sys
import geopandas
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from qgis.core import Qgis, QgsApplication, QgsVectorLayer

server = sys.argv[1]
application = QgsApplication([], False)
application.initQgis()
for path in ("/doc/election/local.trafford.2024-05-02.geojson", "/doc/area/E05015239.geojson",
             "/queries/turnout-by-ward.geojson?election=local.trafford.2024-05-02"):
    layer = QgsVectorLayer(server + path, path, "ogr")
    valid = sum(feature.geometry().isGeosValid() for feature in layer.getFeatures())
    print("QGIS", Qgis.QGIS_VERSION, path, layer.featureCount(), "features,", valid, "valid,", layer.crs().authid())
    table = geopandas.read_file(server + path)
    print("geopandas", geopandas.__version__, path, len(table), "features,", int(table.is_valid.sum()), "valid,", table.crs)
application.exitQgis()
