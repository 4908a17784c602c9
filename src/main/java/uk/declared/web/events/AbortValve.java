package uk.declared.web.events;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Lets a connection be cut. What the servlet interface has for ending an answer writes what is left first, and waits for a
 * client that does not read.
 */
final class AbortValve extends ValveBase {
    private static final String ATTRIBUTE = AbortValve.class.getName();

    AbortValve() {
        super(true);
    }

    /** Cuts the connection that a request came by. */
    static Runnable of(HttpServletRequest request) {
        return (Runnable) request.getAttribute(ATTRIBUTE);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getRequestURI().endsWith(EventController.PATH)) {
            Runnable cut = () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            request.setAttribute(ATTRIBUTE, cut);
        }
        getNext().invoke(request, response);
    }
}
