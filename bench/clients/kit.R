# Tables and a query in R against a running server: Rscript kit.R ADDRESS (see docs/clients.md)
server <- commandArgs(TRUE)[1]
turnout <- read.csv(paste0(server, "/queries/turnout-by-ward.csv?election=local.trafford.2024-05-02"))
cat("a ready-made query:", nrow(turnout), "rows, mean turnout", mean(turnout$turnout), "\n")
election <- read.csv(paste0(server, "/doc/election/local.trafford.2024-05-02.csv"))
cat("an election:", dim(election), "votes", sum(election$votes), "\n")
query <- paste('PREFIX le: <https://w3id.org/local-elections#> SELECT ?contest (SUM(?v) AS ?votes) {',
  '?contest le:pollingDate "2024-05-02"^^<http://www.w3.org/2001/XMLSchema#date> ; le:candidacy/le:votes ?v } GROUP BY ?contest')
rows <- read.csv(paste0(server, "/sparql?format=csv&query=", URLencode(query, reserved = TRUE)))
cat("SPARQL by read.csv:", dim(rows), "votes", sum(rows$votes), "\n")
if (suppressPackageStartupMessages(require("SPARQL", quietly = TRUE))) {
  rows <- SPARQL(paste0(server, "/sparql"), query)$results
  cat("SPARQL by the package:", dim(rows), "votes", sum(rows$votes), "\n")
}
