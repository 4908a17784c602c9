import java.util.List;
import java.util.Map;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.DocumentsApi;
import org.openapitools.client.api.ListsApi;
import org.openapitools.client.api.QueriesApi;
import org.openapitools.client.api.SearchApi;
import org.openapitools.client.api.SparqlApi;

/** What a program does with the client that was generated: GeneratedClientTest compiles it with that, runs it, and reads what it returns. */
public final class Calls {
    private Calls() {}

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object json) {
        return (Map<String, Object>) json;
    }

    public static List<String> to(String server) throws ApiException {
        ApiClient client = new ApiClient();
        client.setBasePath(server);
        Object found = new SearchApi(client).suggest("Altr", "en").get(0);
        Object turnout = new QueriesApi(client).queryTurnoutByWard("local.trafford.2024-05-02", null);
        Object contest = new DocumentsApi(client).getContest("local.trafford.altrincham.2024-05-02", null);
        Object votes = new SparqlApi(client)
                .queryByPost("PREFIX le: <https://w3id.org/local-elections#> ASK { ?candidacy le:votes ?votes }");
        Object election = new ListsApi(client).getElectionsAsJson().get(0);
        return List.of(
                "suggested: " + object(found).get("name"),
                "rows: " + ((List<?>) object(object(turnout).get("results")).get("bindings")).size(),
                "electorate: " + ((Number) object(contest).get("electorate")).intValue(),
                "votes: " + object(votes).get("boolean"),
                "election: " + object(election).get("election"),
                "missing: " + refusal(() -> new DocumentsApi(client).getContest("nothing", null)));
    }

    private interface Call {
        void make() throws ApiException;
    }

    private static int refusal(Call call) {
        try {
            call.make();
            return 0;
        } catch (ApiException e) {
            return e.getCode();
        }
    }
}
