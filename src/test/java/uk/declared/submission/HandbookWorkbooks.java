package uk.declared.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import uk.declared.election.PartyReference;
import uk.declared.election.Standing;

/** Workbooks such as the handbooks of some years, with a few wards each. */
abstract class HandbookWorkbooks {
    @TempDir
    Path folder;

    /** Candidates on one sheet and wards on the other, with codes, as in 2021; the title says the year. */
    WorkbookFile coded() {
        WorkbookFile file = new WorkbookFile();
        file.sheet("Contents").row(1, "Table of contents");
        file.sheet("Candidates-results")
                .row(1, "Local election results by candidate, 2021")
                .row(
                        2,
                        "County code",
                        "County name",
                        "Local authority code",
                        "Local authority name",
                        "Ward/ED code",
                        "Ward/ED name",
                        "Candidate number",
                        "Candidate name",
                        "Inumbent",
                        "Votes",
                        "Votes (%)",
                        "Elected",
                        "Party ID",
                        "Party name",
                        "Vote effective")
                .row(
                        3,
                        "E10000016",
                        "Kent",
                        "E07000105",
                        "Ashford",
                        "E58099001",
                        "Vale",
                        1,
                        "Able A.",
                        0,
                        700,
                        0.7,
                        1,
                        101,
                        "CON",
                        1)
                .row(
                        4,
                        "E10000016",
                        "Kent",
                        "E07000105",
                        "Ashford",
                        "E58099001",
                        "Vale",
                        2,
                        "De Best B.C.",
                        0,
                        300,
                        0.3,
                        0,
                        201,
                        "F&KFP",
                        1)
                .row(
                        5,
                        "E10000016",
                        "Kent",
                        "E07000105",
                        "Ashford",
                        "E05099002",
                        "Hill",
                        1,
                        "Cole C.",
                        0,
                        90,
                        0.6,
                        1,
                        501,
                        "ND",
                        1)
                .row(
                        6,
                        "E10000016",
                        "Kent",
                        "E07000105",
                        "Ashford",
                        "E05099002",
                        "Hill",
                        2,
                        "Dent D.",
                        0,
                        60,
                        0.4,
                        0,
                        401,
                        "IND",
                        1)
                .row(
                        7,
                        "E11000001",
                        "Greater Manchester",
                        "E08000009",
                        "Trafford",
                        "E05099003",
                        "Dale",
                        1,
                        "Eve E.",
                        1,
                        0,
                        "NA",
                        1,
                        201,
                        "LAB",
                        1);
        file.sheet("Wards-results")
                .row(1, "Local election results by ward, 2021")
                .row(
                        2,
                        "Local authority name",
                        "Ward/ED code",
                        "Ward/ED name",
                        "Vacancies",
                        "Type",
                        "Electorate",
                        "Turnout (%)",
                        "CON",
                        "LAB")
                .row(3, "Ashford", "E58099001", "Vale", 1, "SC", 4000, 25.249999999999996, 700, 0)
                .row(4, "Ashford", "E05099002", "Hill", "NA", "SDT", 600, 25, 0, 0)
                .row(5, "Ashford", "E05099009", "Moor", 1, "SDT", 600, 25, 0, 0);
        file.sheet("Party names")
                .row(1, "Key to party names in results tabs")
                .row(2, "Party abbreviation", "Party name", "Number of candidates")
                .row(3, "CON", "Conservative", 1)
                .row(4, "F&KFP", "Farnworth and Kearsley First", 1)
                .row(5, "LAB", "Labour & Co-operative Party", 1)
                .row(6, "LAB", "Labour", 40)
                .row(7, "ND", "No Description", 1);
        return file;
    }

    Reading reading(WorkbookFile file, String name) throws IOException {
        return reading(file, name, ReadOptions.NONE);
    }

    Reading reading(WorkbookFile file, String name, ReadOptions options) throws IOException {
        return Reading.of(Files.move(file.write(), folder.resolve(name)), options);
    }

    static Standing party(String name) {
        return new Standing.ForParty(new PartyReference(Optional.empty(), Optional.of(name)));
    }

    /** Neither codes nor titles, and headings in capitals, as in 2023. */
    WorkbookFile uncoded() {
        WorkbookFile file = new WorkbookFile();
        file.sheet("Cand_Table")
                .row(1, "DISTRICTNAME", "WARDNAME", "TYPE", "NAME", "SEX", "VOTE", "SHARE", "WINNER", "PARTYNAME")
                .row(2, "Ashford", "Vale", "SDA", "ABLE A", "F", 70, 58.3, 1, "LAB")
                .row(3, "Ashford", "Vale", "SDA", "BEST B J", "M", 50, 41.7, 0, "CON")
                .row(4, "Bristol, City of", "Vale", "UAA", "COLE C", "F", 80, 100, 1, "GREEN");
        file.sheet("Ward_Level")
                .row(1, "DISTRICTNAME", "WARDNAME", "VACS", "ELECT", "TURNOUT")
                .row(2, "Bristol, City of", "Vale", 1, 900, 0.0889)
                .row(3, "Ashford", "Vale", 1, 400, 0.3);
        return file;
    }

    /** Upper and lower tiers, ballots and invalid votes, and codes of the compiler's own, as in 2025. */
    WorkbookFile tiers(String type) {
        WorkbookFile file = new WorkbookFile();
        file.sheet("Candidates result")
                .row(1, "Results by candidate, 1 May 2025")
                .row(
                        2,
                        "Upper tier authority",
                        "Lower tier authority",
                        "Local authority type",
                        "EC ward code",
                        "Ward/ County Electoral District name",
                        "Candidate name",
                        "Party name",
                        "Votes cast",
                        "Elected")
                .row(3, "Kent", "Ashford", type, "2901", "Vale", "Able, Ann", "Labour", 70, "Yes")
                .row(4, "Kent", "Ashford", type, "2901", "Vale", "Best, Bob", "Green", 50, "No")
                .row(5, "", "Cornwall", "Unitary", "2902", "Hill", "Cole, Cat", "Green", 50, "Yes");
        file.sheet("Ward results")
                .row(1, "Results by ward")
                .row(2, "Lower tier authority", "EC ward code", "Seats", "Electorate", "Ballots", "Invalid votes")
                .row(3, "Ashford", "2901", 1, 400, 123, 3)
                .row(4, "Cornwall", "2902", 1, 300, 52, 2);
        return file;
    }
}
