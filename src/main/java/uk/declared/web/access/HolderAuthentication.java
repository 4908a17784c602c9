package uk.declared.web.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import uk.declared.access.Holder;

/** Somebody who has shown who they are. The secret that they showed is not kept. */
public final class HolderAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Holder holder;
    private final boolean byToken;

    HolderAuthentication(Holder holder, boolean byToken) {
        super(List.of());
        this.holder = holder;
        this.byToken = byToken;
        setAuthenticated(true);
    }

    @Override
    public Holder getPrincipal() {
        return holder;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return holder.id();
    }

    /** Whether it was one of our own tokens, which can end while a session lasts. */
    boolean byToken() {
        return byToken;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HolderAuthentication same && same.holder.equals(holder) && same.byToken == byToken;
    }

    @Override
    public int hashCode() {
        return holder.hashCode();
    }
}
