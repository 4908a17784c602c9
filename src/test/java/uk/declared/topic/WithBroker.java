package uk.declared.topic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** Gives tests the one broker that they share. It stops when all have run. */
final class WithBroker implements ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(WithBroker.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Broker.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(Broker.class, none -> Running.start(), Running.class)
                .broker();
    }

    /** A broker, and where it keeps what it has. */
    private record Running(Broker broker, Path folder) implements AutoCloseable {
        static Running start() {
            try {
                Path folder = Files.createTempDirectory("declared-broker-");
                return new Running(Broker.start(folder), folder);
            } catch (Exception e) {
                throw new IllegalStateException("The broker does not start", e);
            }
        }

        @Override
        public void close() throws IOException, InterruptedException {
            broker.close();
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
