package uk.declared.web.data;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.declared.dump.DumpFormat;
import uk.declared.dump.DumpSelection;
import uk.declared.ground.Json;
import uk.declared.linkeddata.RdfSyntax;
import uk.declared.linkeddata.Uris;
import uk.declared.store.Position;
import uk.declared.store.Store;
import uk.declared.web.http.AcceptHeader;
import uk.declared.web.http.Answers;
import uk.declared.web.http.ProblemException;
import uk.declared.web.http.Representation;
import uk.declared.web.page.DocumentLinks;
import uk.declared.web.page.Documents;
import uk.declared.web.page.NamedLink;
import uk.declared.web.page.Page;
import uk.declared.web.page.Pages;
import uk.declared.web.page.StructuredData;
import uk.declared.web.page.Wording;
import uk.declared.web.resource.ResourceDocuments;
import uk.declared.web.settings.ServerSettings;
import uk.declared.web.table.TableFile;

/**
 * The catalogue as a page, in RDF and as data.json; VoID at its well-known place; the head of the record at
 * {@code /data/record}.
 */
@RestController
final class DataController {
    private static final String PATH = "/data";
    private static final int ELECTIONS_SHOWN = 200;

    /** In which forms the record can be had: its head, and the graph that says what all declarations are. */
    private static final List<String> RECORD_TYPES = Stream.concat(
                    Stream.of(MediaType.APPLICATION_JSON_VALUE),
                    Representation.OF_DOCUMENTS.stream().map(Representation::mediaType))
            .toList();

    private final Catalogue catalogue;
    private final VoidDescription voidDescription;
    private final Published published;
    private final PublishedReleases releases;
    private final Store store;
    private final Uris uris;
    private final Pages pages;
    private final ServerSettings settings;
    private final ResourceDocuments documents;
    private final ReferenceCatalogue reference;

    DataController(
            Catalogue catalogue,
            VoidDescription voidDescription,
            Published published,
            PublishedReleases releases,
            Store store,
            Uris uris,
            Pages pages,
            ServerSettings settings,
            ResourceDocuments documents,
            ReferenceCatalogue reference) {
        this.reference = reference;
        this.documents = documents;
        this.catalogue = catalogue;
        this.voidDescription = voidDescription;
        this.published = published;
        this.releases = releases;
        this.store = store;
        this.uris = uris;
        this.pages = pages;
        this.settings = settings;
    }

    /** A data set with its dumps, each with its checksum. */
    record Dumped(String title, String contests, List<NamedLink> files, List<NamedLink> checksums) {}

    /** What the page shows. */
    record View(
            String triples,
            String description,
            String structured,
            List<Dumped> whole,
            List<NamedLink> releases,
            List<Dumped> elections,
            boolean more,
            String head,
            String entries) {}

    @GetMapping(PATH)
    ResponseEntity<byte[]> data(HttpServletRequest request) {
        return data(request, Documents.preferred(request, PATH));
    }

    @GetMapping(PATH + ".{suffix}")
    ResponseEntity<byte[]> data(@PathVariable String suffix, HttpServletRequest request) {
        if (suffix.equals("json")) {
            return harvested(request);
        }
        return data(
                request,
                Representation.ofSuffix(suffix)
                        .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "problem.404.text")));
    }

    private ResponseEntity<byte[]> data(HttpServletRequest request, Representation representation) {
        DocumentLinks links = links(catalogue.catalogue().getURI(), PATH);
        Optional<RdfSyntax> syntax = representation.syntax();
        if (syntax.isPresent()) {
            catalogue.prepareDumps();
            return Documents.answer(request, catalogue.dcat(), syntax.get(), links, new HttpHeaders());
        }
        Wording wording = pages.wording(request);
        return pages.answer(
                request,
                Page.of("data", wording.text("data.page.heading"), view(wording), wording.start())
                        .of(links));
    }

    /** VoID is for programs: whoever asks for a page gets Turtle. */
    @GetMapping("/.well-known/void")
    ResponseEntity<byte[]> voidDescription(HttpServletRequest request) {
        RdfSyntax syntax =
                Documents.preferred(request, "/.well-known/void").syntax().orElse(RdfSyntax.TURTLE);
        Graph graph = voidDescription.graph();
        HttpHeaders headers = new HttpHeaders();
        return Documents.answer(
                request, graph, syntax, links(catalogue.everything().getURI(), PATH), headers);
    }

    /** Who keeps the head can prove later that nothing before it was changed. */
    @GetMapping(PATH + "/record")
    ResponseEntity<?> record(HttpServletRequest request) {
        boolean head = AcceptHeader.of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))
                .best(RECORD_TYPES, type -> type)
                .filter(MediaType.APPLICATION_JSON_VALUE::equals)
                .isPresent();
        return head ? head(request) : documents.answer(request);
    }

    /** The head of the record, whatever is accepted. */
    @GetMapping(PATH + "/record.json")
    ResponseEntity<byte[]> head(HttpServletRequest request) {
        Position head = store.applied();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("entries", head.sequence());
        answer.put("hash", head.hash());
        answer.put("algorithm", "SHA-256 over each entry, which holds the hash of the one before");
        return Answers.of(
                request,
                MediaType.APPLICATION_JSON,
                Json.PLAIN.writeValueAsBytes(answer),
                new HttpHeaders(),
                List.of());
    }

    private ResponseEntity<byte[]> harvested(HttpServletRequest request) {
        return Answers.of(
                request,
                MediaType.APPLICATION_JSON,
                DataJson.write(catalogue, published.now(), reference.releases(), uris, settings.licence()),
                new HttpHeaders(),
                List.of());
    }

    private View view(Wording wording) {
        Published.Extent extent = published.now();
        List<Dumped> whole = new ArrayList<>();
        whole.add(dumped("all", wording.text("data.all.title"), extent.terms().open(), wording));
        whole.add(dumped("shared", wording.text("data.shared.title"), 0, wording));
        extent.years()
                .forEach(year -> whole.add(dumped(
                        Integer.toString(year),
                        Integer.toString(year),
                        extent.elections().stream()
                                .filter(one -> one.day().getYear() == year)
                                .mapToLong(one -> one.terms().open())
                                .sum(),
                        wording)));
        List<Dumped> elections = extent.elections().stream()
                .limit(ELECTIONS_SHOWN)
                .map(one -> withTable(one, wording))
                .toList();
        if (extent.hasOtherLicences()) {
            whole.add(dumped(
                    DumpSelection.OTHER_LICENCES.name(),
                    wording.text("data.other-licences.title"),
                    extent.terms().closed(),
                    wording));
        }
        Position head = store.applied();
        return new View(
                wording.number(extent.triples()),
                catalogue.description(extent, wording.locale()),
                structured(extent, wording),
                whole,
                releases(wording),
                elections,
                extent.elections().size() > ELECTIONS_SHOWN,
                head.hash(),
                wording.number(head.sequence()));
    }

    /** Releases, the latest first. */
    private List<NamedLink> releases(Wording wording) {
        List<NamedLink> links = new ArrayList<>();
        releases.all()
                .forEach(release -> links.add(
                        0,
                        new NamedLink(
                                ReleaseController.PATH + release.number(),
                                wording.text("data.page.release", release.number(), wording.time(release.made())))));
        return links;
    }

    /** The catalogue as search engines read it. */
    private String structured(Published.Extent extent, Wording wording) {
        String language = wording.tag();
        Map<String, Object> all = StructuredData.dataset(
                catalogue.everything().getURI(),
                wording.text("data.catalogue.title"),
                catalogue.description(extent, wording.locale()),
                language);
        all.put("license", settings.licence().toString());
        all.put("creator", Map.of("@type", "Organization", "name", catalogue.publisher()));
        if (extent.first().isPresent() && extent.last().isPresent()) {
            all.put(
                    "temporalCoverage",
                    extent.first().get() + "/" + extent.last().get());
        }
        all.put("spatialCoverage", Map.of("@type", "Place", "name", "United Kingdom"));
        all.put(
                "distribution",
                Arrays.stream(DumpFormat.values())
                        .map(format -> StructuredData.download(
                                catalogue.dump(DumpSelection.ALL.name(), format), format.mediaType()))
                        .toList());
        return StructuredData.write(all);
    }

    private static Dumped withTable(Published.Election election, Wording wording) {
        Dumped dumped = dumped(election.id(), election.label(), election.contests(), wording);
        List<NamedLink> files = new ArrayList<>();
        if (election.terms().open() > 0) {
            files.addAll(dumped.files());
        }
        files.add(new NamedLink(Uris.ELECTIONS + election.id() + TableFile.SUFFIX, "CSV"));
        return new Dumped(dumped.title(), dumped.contests(), files, dumped.checksums());
    }

    private static Dumped dumped(String name, String title, long contests, Wording wording) {
        List<NamedLink> files = new ArrayList<>();
        List<NamedLink> checksums = new ArrayList<>();
        for (DumpFormat format : DumpFormat.values()) {
            String file = "/data/dumps/" + name + "." + format.suffix() + ".gz";
            files.add(new NamedLink(file, format == DumpFormat.TRIG ? "TriG" : "N-Quads"));
            checksums.add(new NamedLink(file + ".sha256", "SHA-256"));
        }
        return new Dumped(title, contests == 0 ? "" : wording.number(contests), files, checksums);
    }

    private DocumentLinks links(String thing, String path) {
        return new DocumentLinks(thing, uris.base() + path, path, settings.licence(), "/def/local-elections");
    }
}
