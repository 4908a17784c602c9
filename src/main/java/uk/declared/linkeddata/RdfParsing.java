package uk.declared.linkeddata;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.hasmac.jsonld.JsonLdError;
import no.hasmac.jsonld.JsonLdErrorCode;
import no.hasmac.jsonld.loader.DocumentLoader;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.XMLParserSettings;
import org.eclipse.rdf4j.rio.jsonld.JSONLDParser;
import org.eclipse.rdf4j.rio.jsonld.JSONLDSettings;
import org.eclipse.rdf4j.rio.nquads.NQuadsParser;
import org.eclipse.rdf4j.rio.rdfjson.RDFJSONParser;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLParser;
import org.eclipse.rdf4j.rio.trig.TriGParser;
import uk.declared.linkeddata.UnreadableRdfException.Fault;

/**
 * Parses RDF that anybody may have sent: by Rio, and TriX by RIOT. Nothing is fetched, whatever a file asks for, and
 * nothing goes deeper or further than it may.
 */
final class RdfParsing {
    /** What relative names are resolved against; they are names of things in the file, so that any base does. */
    private static final String BASE = "http://submission.invalid/";

    /** It would write what is odd in a file to the log; what there is to say of a file is said in its report. */
    private static final Logger LOG_OF_JSON_LD = Logger.getLogger("no.hasmac.jsonld");

    static {
        LOG_OF_JSON_LD.setLevel(Level.OFF);
    }

    private RdfParsing() {}

    static void parse(InputStream in, ReadableSyntax syntax, RdfDocumentBuilder to) throws UnreadableRdfException {
        AtomicInteger line = new AtomicInteger();
        AtomicBoolean remote = new AtomicBoolean();
        LimitedInput limited = new LimitedInput(in, syntax.mostBytes());
        try {
            if (syntax == ReadableSyntax.TRIX) {
                parseTrix(limited, to);
            } else {
                RDFParser parser = configured(parser(syntax, remote));
                parser.setParseLocationListener((at, column) -> line.set((int) Math.max(0, at)));
                parser.setRDFHandler(new RioStatements(to, line));
                parser.parse(limited, BASE);
            }
        } catch (RdfDocumentBuilder.TooMuchException e) {
            throw new UnreadableRdfException(Fault.MANY, line.get(), "More than is held");
        } catch (StackOverflowError e) {
            // The parsers of Turtle and of JSON go down with what is nested; a file may be nested to the bottom.
            throw new UnreadableRdfException(Fault.DEEP, line.get(), "Nested too deeply");
        } catch (RDFParseException e) {
            throw refusal(e, remote.get(), (int) Math.max(0, e.getLineNumber()));
        } catch (RuntimeException | IOException e) {
            // Parsers of others answer damage with exceptions of many kinds. It is the file's fault all the same.
            throw refusal(e, remote.get(), line.get());
        }
    }

    private static UnreadableRdfException refusal(Exception e, boolean remote, int line) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitedInput.TooLargeException) {
                return new UnreadableRdfException(Fault.LARGE, 0, "The file is too large");
            }
            if (cause instanceof RdfDocumentBuilder.TooMuchException) {
                return new UnreadableRdfException(Fault.MANY, line, "More than is held");
            }
        }
        if (remote) {
            return new UnreadableRdfException(Fault.REMOTE, 0, "A context that stands elsewhere");
        }
        return new UnreadableRdfException(Fault.SYNTAX, line, String.valueOf(e.getMessage()));
    }

    private static RDFParser parser(ReadableSyntax syntax, AtomicBoolean remote) {
        return switch (syntax) {
            case N_QUADS -> new NQuadsParser();
            case TRIG -> new TriGParser();
            case RDF_XML -> secured(new RDFXMLParser());
            case RDF_JSON -> new RDFJSONParser();
            case JSON_LD -> offline(new JSONLDParser(), remote);
            case TRIX -> throw new IllegalArgumentException("RIOT reads TriX");
        };
    }

    /** Values that are not of their datatypes are told later, with their places: here they pass. */
    private static RDFParser configured(RDFParser parser) {
        parser.getParserConfig()
                .set(BasicParserSettings.VERIFY_DATATYPE_VALUES, false)
                .set(BasicParserSettings.NORMALIZE_DATATYPE_VALUES, false)
                .set(BasicParserSettings.FAIL_ON_UNKNOWN_DATATYPES, false)
                .set(BasicParserSettings.VERIFY_LANGUAGE_TAGS, false)
                .set(BasicParserSettings.FAIL_ON_UNKNOWN_LANGUAGES, false)
                .set(BasicParserSettings.VERIFY_URI_SYNTAX, true)
                .set(BasicParserSettings.PRESERVE_BNODE_IDS, true);
        return parser;
    }

    /** A document type may name entities of its own, as many tools write them; nothing from outside the file comes in. */
    private static RDFParser secured(RDFParser parser) {
        parser.getParserConfig()
                .set(XMLParserSettings.SECURE_PROCESSING, true)
                .set(XMLParserSettings.DISALLOW_DOCTYPE_DECL, false)
                .set(XMLParserSettings.LOAD_EXTERNAL_DTD, false)
                .set(XMLParserSettings.EXTERNAL_GENERAL_ENTITIES, false)
                .set(XMLParserSettings.EXTERNAL_PARAMETER_ENTITIES, false)
                .set(XMLParserSettings.FAIL_ON_DUPLICATE_RDF_ID, false);
        return parser;
    }

    private static RDFParser offline(RDFParser parser, AtomicBoolean remote) {
        DocumentLoader refusing = (uri, options) -> {
            remote.set(true);
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "Nothing is fetched");
        };
        parser.getParserConfig()
                .set(JSONLDSettings.SECURE_MODE, false)
                .set(JSONLDSettings.WHITELIST, Set.of())
                .set(JSONLDSettings.DOCUMENT_LOADER_CACHE, false)
                .set(JSONLDSettings.DOCUMENT_LOADER, refusing);
        return parser;
    }

    private static void parseTrix(InputStream in, RdfDocumentBuilder to) {
        RDFParserBuilder.create()
                .source(in)
                .lang(Lang.TRIX)
                .base(BASE)
                .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                .parse(new RiotStatements(to));
    }
}
