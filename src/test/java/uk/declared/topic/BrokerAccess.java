package uk.declared.topic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The guarded way into a broker: TLS with a certificate of its own making, a name and a password, and rights. By the other way, which
 * is this machine's alone, everybody may everything.
 */
final class BrokerAccess {
    static final String PUBLISHER = "declared";
    static final String REPLICA = "replica";

    private static final String PASSWORD = "of-the-tests";

    private final Path folder;

    private BrokerAccess(Path folder) {
        this.folder = folder;
    }

    static BrokerAccess of(Path folder) {
        return new BrokerAccess(folder);
    }

    /** Makes a key and a certificate in a broker's folder. */
    static BrokerAccess in(Path folder) throws IOException, InterruptedException {
        keytool(
                "-genkeypair",
                "-alias=broker",
                "-keyalg=EC",
                "-groupname=secp256r1",
                "-dname=CN=localhost",
                "-ext=san=dns:localhost",
                "-validity=2",
                "-keystore=" + folder.resolve("broker.p12"));
        keytool(
                "-exportcert",
                "-alias=broker",
                "-file=" + folder.resolve("broker.cer"),
                "-keystore=" + folder.resolve("broker.p12"));
        keytool(
                "-importcert",
                "-noprompt",
                "-alias=broker",
                "-file=" + folder.resolve("broker.cer"),
                "-keystore=" + folder.resolve("trusted.p12"));
        return new BrokerAccess(folder);
    }

    /** Runs the tool that every JDK has. */
    private static void keytool(String... options) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString()),
                        Stream.concat(Stream.of(options), Stream.of("-storetype=PKCS12", "-storepass=" + PASSWORD))
                                .flatMap(option -> Stream.of(option.split("=", 2))))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command.get(1) + ": " + said);
        }
    }

    /** The broker's settings. */
    String settings() {
        return String.join(
                "\n",
                List.of(
                        "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT",
                        "inter.broker.listener.name=PLAINTEXT",
                        "sasl.enabled.mechanisms=SCRAM-SHA-512",
                        "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config="
                                + "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                        "ssl.keystore.location=" + folder.resolve("broker.p12"),
                        "ssl.keystore.type=PKCS12",
                        "ssl.keystore.password=" + PASSWORD,
                        "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                        "super.users=User:ANONYMOUS"));
    }

    /** What its storage is told of users when it is made. */
    List<String> users() {
        return Stream.of(PUBLISHER, REPLICA)
                .flatMap(user -> Stream.of(
                        "--add-scram", "SCRAM-SHA-512=[name=" + user + ",iterations=4096,password=" + PASSWORD + "]"))
                .toList();
    }

    /** Gives the rights that {@code docs/scaling.md} names, and no other. */
    void giveRights(Admin admin, TopicAddress topic) throws Exception {
        List<AclBinding> rights = Stream.of(
                        Stream.of(
                                        AclOperation.READ,
                                        AclOperation.WRITE,
                                        AclOperation.DESCRIBE,
                                        AclOperation.CREATE,
                                        AclOperation.DELETE)
                                .map(may -> right(PUBLISHER, ResourceType.TOPIC, topic.name(), may)),
                        Stream.of(AclOperation.WRITE, AclOperation.DESCRIBE)
                                .map(may -> right(
                                        PUBLISHER,
                                        ResourceType.TRANSACTIONAL_ID,
                                        "declared-" + topic.name() + "-",
                                        may)),
                        Stream.of(AclOperation.READ, AclOperation.DESCRIBE)
                                .map(may -> right(REPLICA, ResourceType.TOPIC, topic.name(), may)))
                .flatMap(each -> each)
                .toList();
        admin.createAcls((Collection<AclBinding>) rights).all().get();
    }

    private static AclBinding right(String user, ResourceType type, String prefix, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, prefix, PatternType.PREFIXED),
                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
    }

    /** A file as {@code declared.kafka.client} names it. */
    Path client(Path file, String user, String password) throws IOException {
        return Files.writeString(
                file,
                String.join(
                        "\n",
                        List.of(
                                "security.protocol=SASL_SSL",
                                "sasl.mechanism=SCRAM-SHA-512",
                                "sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
                                        + user + "\" password=\"" + password + "\";",
                                "ssl.truststore.location=" + folder.resolve("trusted.p12"),
                                "ssl.truststore.password=" + PASSWORD,
                                "")));
    }

    /** The same, with the right password. */
    Path client(Path file, String user) throws IOException {
        return client(file, user, PASSWORD);
    }
}
