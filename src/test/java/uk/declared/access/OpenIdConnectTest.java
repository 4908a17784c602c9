package uk.declared.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import tools.jackson.databind.json.JsonMapper;
import uk.declared.deployment.Deployment;
import uk.declared.web.DeclaredServer;
import uk.declared.web.settings.ServerSettings;

/** Sign-in by a real authorization server: Spring's, which gives out tokens for a council to clients of ours. */
class OpenIdConnectTest {
    private static final String RESULTS =
            "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n"
                    + "trafford,2024-05-02,E05015239,North,Ann,PP63,500,true\n"
                    + "trafford,2024-05-02,E05015239,North,Bob,PP90,300,false\n";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext provider;
    private static Deployment deployment;
    private static DeclaredServer server;

    private final HttpClient client = HttpClient.newHttpClient();

    /** The authorization server: each client's name is the council that its tokens are for. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Provider {
        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(
                    client("trafford"), client("bury"), client("without"), client("elsewhere"));
        }

        private static RegisteredClient client(String name) {
            return RegisteredClient.withId(name)
                    .clientId(name)
                    .clientSecret("{noop}" + name)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                String name = token.getRegisteredClient().getClientId();
                token.getClaims().audience(List.of(name.equals("elsewhere") ? "somewhere" : "declared"));
                if (!name.equals("without")) {
                    token.getClaims().claim("declared_council", name.equals("elsewhere") ? "trafford" : name);
                }
            };
        }
    }

    @BeforeAll
    static void start() throws Exception {
        provider = new SpringApplicationBuilder(Provider.class)
                .web(WebApplicationType.SERVLET)
                .properties(Map.of("server.port", "0", "spring.main.banner-mode", "off"))
                .run();
        System.setProperty("declared.oidc.issuer", issuer());
        deployment = Deployment.open(folder, Optional.empty());
        server = DeclaredServer.start(deployment, ServerSettings.onPort(0));
    }

    @AfterAll
    static void stop() {
        System.clearProperty("declared.oidc.issuer");
        server.close();
        deployment.close();
        provider.close();
    }

    private static String issuer() {
        return "http://localhost:"
                + Objects.requireNonNull(((WebServerApplicationContext) provider).getWebServer())
                        .getPort();
    }

    private String token(String name) throws Exception {
        String credentials = Base64.getEncoder().encodeToString((name + ":" + name).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(issuer() + "/oauth2/token"))
                        .header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body()).path("access_token").asString();
    }

    private int submit(String token) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:" + server.port() + "/submissions?publish=false"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "text/csv")
                                .POST(HttpRequest.BodyPublishers.ofString(RESULTS))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void aTokenOfTheProviderActsForTheCouncilThatItNames() throws Exception {
        assertThat(submit(token("trafford"))).isEqualTo(200);
        assertThat(submit(token("bury"))).isEqualTo(403);
    }

    @Test
    void aTokenThatNamesNoCouncilOrIsMeantForAnotherServiceIsOfNoUse() throws Exception {
        assertThat(submit(token("without"))).isEqualTo(401);
        assertThat(submit(token("elsewhere"))).isEqualTo(401);
    }

    @Test
    void aTokenThatIsNotTheProvidersIsOfNoUse() throws Exception {
        String token = token("trafford");
        String tampered = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(340);

        assertThat(submit(tampered)).isEqualTo(401);
        assertThat(submit("nonsense")).isEqualTo(401);
    }
}
