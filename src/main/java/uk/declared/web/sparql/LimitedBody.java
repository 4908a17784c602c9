package uk.declared.web.sparql;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Takes another server's answer, up to a size. */
final class LimitedBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> taken = BodySubscribers.ofByteArray();
    private final long most;
    private long size;
    private Optional<Subscription> subscription = Optional.empty();

    LimitedBody(long most) {
        this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return taken.getBody();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = Optional.of(given);
        taken.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        size += parts.stream().mapToLong(ByteBuffer::remaining).sum();
        if (size > most) {
            subscription.ifPresent(Subscription::cancel);
            taken.onError(new IOException("The answer is longer than " + most + " bytes."));
        } else {
            taken.onNext(parts);
        }
    }

    @Override
    public void onError(Throwable failure) {
        taken.onError(failure);
    }

    @Override
    public void onComplete() {
        taken.onComplete();
    }
}
