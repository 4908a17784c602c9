package uk.declared.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import uk.declared.ground.Json;
import uk.declared.submission.ReadOptions;
import uk.declared.submission.Submission;
import uk.declared.web.http.SubmissionPaths;

/** Publishes to a running server. What is sent has a key, so that sending it again after a broken line is safe. */
final class RemotePublisher {
    private static final int ATTEMPTS = 3;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(20))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String server;
    private final String token;
    private final Duration deadline;

    private RemotePublisher(String server, String token, Duration deadline) {
        this.server = server;
        this.token = token;
        this.deadline = deadline;
    }

    /** @param tokenFile holds the token and nothing else */
    static RemotePublisher to(String server, Path tokenFile) {
        return to(server, tokenFile, LONGEST);
    }

    /** @param deadline within which a submission has to be sent and answered to the last byte */
    static RemotePublisher to(String server, Path tokenFile, Duration deadline) {
        if (!server.matches("(?i)https?://.+")) {
            throw new RefusedException(
                    "“" + server + "” is no server's address. Write it as https://results.example.org.");
        }
        try {
            return new RemotePublisher(
                    server.replaceFirst("/+$", ""), Files.readString(tokenFile).strip(), deadline);
        } catch (IOException e) {
            throw new RefusedException("The token cannot be read from " + tokenFile + ": " + e.getMessage(), e);
        }
    }

    /**
     * What the server says of a submission.
     *
     * @param exitCode that it calls for
     * @param text to show, ended by a line feed
     */
    record Answer(int exitCode, String text) {}

    Answer publish(Submission submission, ReadOptions options, Map<String, String> terms, Locale language) {
        try {
            return answer(send(request(submission, parameters(submission, options, terms), language)));
        } catch (IOException e) {
            throw new RefusedException("The server at " + server + " cannot be reached: " + reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("Sending was broken off.", e);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("“" + server + "” or the token cannot be used: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> parameters(
            Submission submission, ReadOptions options, Map<String, String> terms) {
        Map<String, String> parameters = new LinkedHashMap<>(terms);
        parameters.put("name", submission.name());
        options.format().ifPresent(format -> parameters.put("format", format));
        options.council().ifPresent(council -> parameters.put("council", council));
        options.pollingDate().ifPresent(date -> parameters.put("date", date.toString()));
        return parameters;
    }

    private HttpRequest request(Submission submission, Map<String, String> parameters, Locale language)
            throws IOException {
        String query = parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(server + SubmissionPaths.HOME + "?" + query))
                .timeout(deadline)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/plain, application/problem+json;q=0.9")
                .header("Accept-Language", language.getLanguage())
                .header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofFile(submission.path()))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return within(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(Duration.ofSeconds(attempt).toMillis());
            }
        }
    }

    /** The request's own time limit ends with the answer's headers; this one with its last byte. */
    private HttpResponse<String> within(CompletableFuture<HttpResponse<String>> exchange)
            throws IOException, InterruptedException {
        try {
            return exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new RefusedException(
                    "The server at " + server + " gave no whole answer within " + deadline.toSeconds()
                            + " seconds. What was sent may be published: look there before you send it again; sent again, it is"
                            + " not published twice.",
                    e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private Answer answer(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 200, 201, 202 -> new Answer(ExitCode.CONFORMS, response.body());
            case 422 -> new Answer(ExitCode.VIOLATIONS, response.body());
            default ->
                throw new RefusedException(server + " answered " + response.statusCode() + ". " + detail(response));
        };
    }

    private static String detail(HttpResponse<String> response) {
        try {
            JsonNode problem = Json.PLAIN.readTree(response.body());
            return problem.path("detail").asString("");
        } catch (JacksonException e) {
            return "Is it a server of Declared?";
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
