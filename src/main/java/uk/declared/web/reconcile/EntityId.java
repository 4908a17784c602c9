package uk.declared.web.reconcile;

import uk.declared.web.page.LocalPaths;

/**
 * The identifiers that clients of the reconciliation service get: the path of a thing below {@code /id/}, with a hyphen for the
 * slash, as {@code area-E05015239}. Clients put them into addresses and write a slash as {@code %2F}, which is another address;
 * {@code /id/area-E05015239} leads to the same document as {@code /id/area/E05015239}.
 */
final class EntityId {
    private EntityId() {}

    static String of(String path) {
        return LocalPaths.encode(path.replaceFirst("/", "-"));
    }

    /** The path of an identifier; the form with a slash, which was given out before, is read too. */
    static String path(String id) {
        return id.indexOf('/') >= 0 ? id : id.replaceFirst("-", "/");
    }
}
