package uk.declared.web.receive;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.http.HttpHeaders;

/** Sends the answer to a request whose body is not waited for, and then ends the connection without reading the rest. */
final class ClosingValve extends ValveBase {
    private static final String MARK = ClosingValve.class.getName();

    ClosingValve() {
        super(true);
    }

    static void mark(Request request) {
        request.setAttribute(MARK, Boolean.TRUE);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(MARK) != null) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            response.finishResponse();
            response.getCoyoteResponse().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
