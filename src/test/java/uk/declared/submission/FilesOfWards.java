package uk.declared.submission;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import uk.declared.submission.WorkbookFile.SheetBuilder;
import uk.declared.submission.column.ColumnMapping;

/** Files of every format with the wards that a test names; the one called Nowhere lacks what would identify it. */
final class FilesOfWards {
    private FilesOfWards() {}

    static final String BAD = "Nowhere";

    /** Makes a file of these wards, of which the one called Nowhere lacks what would identify it. */
    interface Maker {
        Reading read(List<String> wards, Path folder) throws IOException;
    }

    interface RowsOf {
        String rows(String ward);
    }

    static Reading text(List<String> wards, RowsOf rows) {
        StringBuilder text = new StringBuilder(rows.rows(""));
        wards.forEach(ward -> text.append(rows.rows(ward)));
        return Reading.ofText(text.toString());
    }

    static String lga(String ward) {
        if (ward.isEmpty()) {
            return "ElectionDate,TypeofElection,ElectedBodyLabel,ElectoralAreaURI,ElectoralAreaLabel,"
                    + "CandidateSurname,CandidateForenames,VotesWon,Elected\n";
        }
        String council = ward.equals(BAD) ? "Nowhere Council" : "Trafford Council";
        return "2024-05-02,DistrictAndBorough," + council + ",," + ward + ",Adams,Ann,12,ELECTED\n"
                + "2024-05-02,DistrictAndBorough," + council + ",," + ward + ",Baker,Bob,7,NOT ELECTED\n";
    }

    static String lgaDay(String ward) {
        return lga(ward.equals(BAD) ? "Timperley" : ward)
                .replace("2024-05-02", ward.equals(BAD) ? "31/02/2024" : "2024-05-02");
    }

    static String template(String ward) {
        if (ward.isEmpty()) {
            return "council,polling_date,area_code,area_name,name_on_ballot_paper,votes,elected\n";
        }
        String code = ward.equals(BAD) ? "EO5015239" : "";
        return "trafford,2024-05-02," + code + "," + ward + ",Ann Adams,12,yes\n" + "trafford,2024-05-02," + code + ","
                + ward + ",Bob Baker,7,no\n";
    }

    static String democracyClub(String ward) {
        if (ward.isEmpty()) {
            return "person_name,ballot_paper_id,post_label,votes_cast,elected\n";
        }
        String ballot = ward.equals(BAD)
                ? "local.trafford.2024-05-02"
                : "local.trafford." + ward.toLowerCase(Locale.ROOT) + ".2024-05-02";
        return "Ann Adams," + ballot + "," + ward + ",12,t\nBob Baker," + ballot + "," + ward + ",7,f\n";
    }

    static Reading mapped(List<String> wards, Path folder) throws IOException {
        StringBuilder text = new StringBuilder("Ward,Day,Who,Votes,Won\n");
        for (String ward : wards) {
            String day = ward.equals(BAD) ? "soon" : "2 May 2024";
            text.append(ward + "," + day + ",Ann Adams,12,yes\n" + ward + "," + day + ",Bob Baker,7,no\n");
        }
        ColumnMapping mapping = new ColumnMapping(
                "export",
                Optional.of("trafford"),
                Map.of(
                        "Ward", "area_name",
                        "Day", "polling_date",
                        "Who", "name_on_ballot_paper",
                        "Votes", "votes",
                        "Won", "elected"),
                Map.of());
        return Reading.ofText(
                text.toString(),
                new ReadOptions(Optional.empty(), Optional.empty(), Optional.empty(), List.of(mapping)));
    }

    static Reading oneSheet(List<String> wards, Path folder) {
        WorkbookFile file = new WorkbookFile();
        SheetBuilder sheet = file.sheet("Results");
        table(sheet, wards);
        return file.read();
    }

    /** A sheet a ward; what is wrong with one is that a column has gone. */
    static Reading sheets(List<String> wards, Path folder) {
        WorkbookFile file = new WorkbookFile();
        for (String ward : wards) {
            SheetBuilder sheet = file.sheet(ward);
            table(sheet, List.of(ward.equals(BAD) ? "Timperley" : ward));
            if (ward.equals(BAD)) {
                sheet.cell("F1", "elec ted by").cell("C1", "area");
            }
        }
        return file.read();
    }

    static void table(SheetBuilder sheet, List<String> wards) {
        sheet.row(1, "council", "polling_date", "area_name", "name_on_ballot_paper", "votes", "elected");
        int row = 2;
        for (String ward : wards) {
            String council = ward.equals(BAD) ? "nowhere" : "trafford";
            sheet.row(row++, council, "2024-05-02", ward, "Ann Adams", 12, "yes");
            sheet.row(row++, council, "2024-05-02", ward, "Bob Baker", 7, "no");
        }
    }

    static Reading forms(List<String> wards, Path folder) {
        WorkbookFile file = new WorkbookFile();
        for (String ward : wards) {
            file.sheet(ward)
                    .row(1, "Borough", "Croydon")
                    .row(2, "Ward", ward)
                    .row(3, "Date of election", ward.equals(BAD) ? "some day" : "7 May 2026")
                    .row(4, "Number of councillors to be elected", 1)
                    .row(5, "Electorate", 1000)
                    .row(7, "Candidate", "Party", "Votes", "Elected")
                    .row(8, "Ann Adams", "Green Party", 12, "X")
                    .row(9, "Bob Baker", "Labour Party", 7, "");
        }
        return file.read();
    }

    static Reading modernGov(List<String> wards, Path folder) {
        StringBuilder areas = new StringBuilder();
        StringBuilder candidates = new StringBuilder();
        int id = 0;
        for (String ward : wards) {
            id++;
            areas.append("<electionarea><electionareaid>" + id + "</electionareaid><title>"
                    + (ward.equals(BAD) ? "?!" : ward) + "</title><numseats>1</numseats></electionarea>");
            candidates.append("<candidate><electionareaid>" + id
                    + "</electionareaid><candidatename>Ann Adams</candidatename><numvotes>12</numvotes>"
                    + "<iselected>True</iselected></candidate>");
        }
        return Reading.ofText(
                "<election><electionid>1</electionid><title>Local elections</title><electiontype>Local</electiontype><electionareas>"
                        + areas + "</electionareas><candidates>" + candidates + "</candidates></election>",
                new ReadOptions(Optional.empty(), Optional.of("kirklees"), Optional.of(LocalDate.of(2024, 5, 2))));
    }

    static Reading rdf(List<String> wards, Path folder) {
        StringBuilder text = new StringBuilder("@prefix le: <https://w3id.org/local-elections#> .\n"
                + "@prefix office: <https://w3id.org/local-elections/code/office/> .\n"
                + "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
                + "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
                + "<http://example.org/may> le:electedBody"
                + " <http://opendatacommunities.org/id/metropolitan-district-council/trafford> .\n"
                + "<http://opendatacommunities.org/id/metropolitan-district-council/trafford>"
                + " rdfs:label \"Trafford Council\" .\n");
        for (String ward : wards) {
            String id = "http://example.org/" + ward;
            String day = ward.equals(BAD) ? "soon" : "2024-05-02";
            text.append("<" + id + "> a le:Contest ; le:election <http://example.org/may> ;\n"
                    + " le:office office:councillor ;"
                    + " le:contestType <https://w3id.org/local-elections/code/contest-type/ordinary> ; le:pollingDate \""
                    + day + "\"^^xsd:date ;\n"
                    + " le:electoralArea [ rdfs:label \"" + ward + "\" ] ;\n"
                    + " le:candidacy [ le:nameOnBallotPaper \"Ann Adams\" ; le:votes 12 ; le:elected true ] .\n");
        }
        return Reading.ofText(text.toString());
    }

    static Reading archive(List<String> wards, Path folder) throws IOException {
        Path file = folder.resolve("archive.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String ward : wards) {
                zip.putNextEntry(new ZipEntry(ward + ".csv"));
                String text = ward.equals(BAD) ? "Dear all,\nhere are the results\n" : template("") + template(ward);
                zip.write(text.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return Reading.of(file);
    }

    static Reading democracyClubJson(List<String> wards, Path folder) {
        List<String> ballots = new ArrayList<>();
        for (String ward : wards) {
            String ballot = ward.equals(BAD)
                    ? "local.trafford.2024-05-02"
                    : "local.trafford." + ward.toLowerCase(Locale.ROOT) + ".2024-05-02";
            ballots.add("{\"ballot_paper_id\": \"" + ballot + "\", \"winner_count\": 1, \"post\": {\"label\": \"" + ward
                    + "\"}, \"candidacies\": [{\"person\": {\"name\": \"Ann Adams\"},"
                    + " \"result\": {\"num_ballots\": 12, \"elected\": true}}]}");
        }
        return Reading.ofText("{\"results\": [" + String.join(",", ballots) + "]}");
    }

    static Reading countTables(List<String> wards, Path folder) throws IOException {
        return counts(wards, folder, true);
    }

    static Reading countsWithoutAccount(List<String> wards, Path folder) throws IOException {
        return counts(wards, folder, false);
    }

    /** What is wrong is either the name of the area or that the table with it lacks the area's row. */
    static Reading counts(List<String> wards, Path folder, boolean withAccount) throws IOException {
        StringBuilder counts = new StringBuilder(
                "Constituency_Number,Candidate_Id,Count_Number,Firstname,Surname,Candidate_First_Pref_Votes,Transfers,"
                        + "Total_Votes,Status,Occurred_On_Count,Party_Name\n");
        StringBuilder accounts = new StringBuilder(
                "Constituency_Number,Total_Poll,Spoiled,Valid_Poll,Quota,Total_Electorate,Number_Of_Seats,Constituency_Name\n");
        int number = 0;
        for (String ward : wards) {
            number++;
            counts.append(number + ",1,1,Ann,ADAMS,12,0,12,Elected,1,Green Party\n");
            counts.append(number + ",2,1,Bob,BAKER,7,0,7,,,Labour Party\n");
            if (withAccount || !ward.equals(BAD)) {
                accounts.append(number + ",19,0,19,10,100,1," + (ward.equals(BAD) ? "?!" : ward) + "\n");
            }
        }
        Path file = folder.resolve("counts.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, StringBuilder> table : Map.of("Count.csv", counts, "ConstituencyCount.csv", accounts)
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(table.getKey()));
                zip.write(table.getValue().toString().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return Reading.of(
                file, new ReadOptions(Optional.empty(), Optional.of("belfast"), Optional.of(LocalDate.of(2019, 5, 2))));
    }

    /** A code of its own for each ward, of those that nobody has given out. */
    static String code(String ward) {
        return "E050990" + (10 + ward.length());
    }

    static Reading leap(List<String> wards, Path folder) {
        StringBuilder text = new StringBuilder();
        for (String ward : wards) {
            String row = ward.equals(BAD) ? "\"Nowhere\",\"E07099999\"" : "\"Trafford\",\"E08000009\"";
            text.append(row + ",\"" + ward + "\",\"" + code(ward) + "\",\"Ann Adams\",\"C\",\"12\",\"1\"\n");
            text.append(row + ",\"" + ward + "\",\"" + code(ward) + "\",\"Bob Baker\",\"Lab\",\"7\",\"0\"\n");
        }
        return Reading.ofText(
                text.toString(),
                new ReadOptions(Optional.empty(), Optional.empty(), Optional.of(LocalDate.of(2024, 5, 2))));
    }

    static Reading handbook(List<String> wards, Path folder) {
        WorkbookFile file = new WorkbookFile();
        SheetBuilder sheet = file.sheet("Candidates-results")
                .row(1, "Local election results by candidate, 2024")
                .row(
                        2,
                        "Local authority code",
                        "Local authority name",
                        "Ward code",
                        "Ward name",
                        "Candidate name",
                        "Votes",
                        "Elected",
                        "Party name");
        SheetBuilder electorates = file.sheet("Wards-results")
                .row(1, "Local election results by ward, 2024")
                .row(2, "Local authority code", "Local authority name", "Ward code", "Ward name", "Electorate");
        int row = 3;
        int line = 3;
        for (String ward : wards) {
            String code = ward.equals(BAD) ? "E07099999" : "E08000009";
            String council = ward.equals(BAD) ? "Nowhere" : "Trafford";
            sheet.row(row++, code, council, code(ward), ward, "Adams A.", 12, 1, "Green");
            sheet.row(row++, code, council, code(ward), ward, "Baker B.", 7, 0, "Labour");
            electorates.row(line++, code, council, code(ward), ward, 1000);
        }
        return file.read();
    }
}
