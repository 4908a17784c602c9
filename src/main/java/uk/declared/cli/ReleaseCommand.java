package uk.declared.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.declared.deployment.Deployment;
import uk.declared.ground.SystemClock;
import uk.declared.receipt.SignatureException;
import uk.declared.receipt.SigningKey;
import uk.declared.release.Release;
import uk.declared.release.ReleaseException;
import uk.declared.release.ReleaseMaker;
import uk.declared.web.settings.ServerSettings;

/** Freezes what is published as a numbered release. */
@Command(
        name = "release",
        description = "Freezes what is published now as the next numbered release, to be cited, downloaded and served.")
final class ReleaseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private SigningOptions signing = new SigningOptions();

    @Option(
            names = "--publisher",
            paramLabel = "NAME",
            description = "Who is to be cited. Default: Declared, with the base of the URIs.")
    private Optional<String> publisher = Optional.empty();

    @Override
    public Integer call() {
        try (Deployment deployment = data.open()) {
            Optional<SigningKey> key = signing.key();
            Release release = new ReleaseMaker(
                            deployment, SystemClock.UTC, manifest -> key.map(each -> each.sign(manifest)))
                    .make(
                            publisher.orElse("Declared, " + deployment.uris().base()),
                            ServerSettings.OPEN_GOVERNMENT_LICENCE.toString(),
                            new VersionProvider().getVersion()[0]);
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.UK,
                            "Release %d: %,d quads about %,d contests, after entry %,d of the record.%n%s, SHA-256 %s%n",
                            release.number(),
                            release.quads(),
                            release.contests(),
                            release.entries(),
                            deployment
                                    .folder("releases")
                                    .resolve(Integer.toString(release.number()))
                                    .resolve(release.file()),
                            release.sha256());
            return ExitCode.CONFORMS;
        } catch (ReleaseException | SignatureException e) {
            throw new RefusedException(e);
        } finally {
            spec.commandLine().getOut().flush();
        }
    }
}
