package uk.declared.web.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A problem document (RFC 9457) or the page that says the same.
 *
 * @param status the HTTP status code
 * @param title what kind of problem it is
 * @param detail what is wrong here, and what to do
 * @param instance the path that was asked for
 * @param extensions further members
 */
record ProblemDocument(int status, String title, String detail, String instance, Map<String, Object> extensions) {
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.put("instance", instance);
        members.putAll(extensions);
        return members;
    }
}
