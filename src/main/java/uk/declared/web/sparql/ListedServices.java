package uk.declared.web.sparql;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The endpoints that queries may ask by SERVICE: those that the operator lists, and no others. One whose host is at an address
 * of a private network is asked only where the operator has listed it as such.
 */
final class ListedServices {
    private static final int CARRIER = 100;

    private final List<String> services;
    private final List<String> privateServices;

    ListedServices(SparqlLimits limits) {
        this.services = limits.services();
        this.privateServices = limits.privateServices();
    }

    boolean isEmpty() {
        return services.isEmpty() && privateServices.isEmpty();
    }

    boolean lists(String uri) {
        return services.contains(uri) || privateServices.contains(uri);
    }

    /** All of them, in the order in which they are listed. */
    List<String> all() {
        return Stream.concat(services.stream(), privateServices.stream()).toList();
    }

    /**
     * The address to ask.
     *
     * @throws QueryRefusedException where it is not listed, or its host is where no listed one is to be
     */
    URI address(String uri) {
        if (!lists(uri)) {
            throw new QueryRefusedException(Refusal.SERVICE, uri);
        }
        URI address = URI.create(uri);
        if (!privateServices.contains(uri) && !isPublic(address.getHost())) {
            throw new QueryRefusedException(Refusal.SERVICE_ADDRESS, uri);
        }
        return address;
    }

    private static boolean isPublic(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(ListedServices::isPublic);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Neither this machine's, nor a network's own (RFC 6890): loopback, link-local, private, unique local, shared, multicast. */
    private static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
        boolean shared = bytes.length == 4 && bytes[0] == CARRIER && (bytes[1] & 0xC0) == 0x40;
        boolean thisNetwork = bytes.length == 4 && bytes[0] == 0;
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && !uniqueLocal
                && !shared
                && !thisNetwork;
    }
}
