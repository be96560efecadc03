package io.patchbay.proxy.api;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Where programs find a connector or an instance: {@code /proxy/connectors/<id>} and {@code /proxy/instances/<id>}, with the
 * ids of GraphQL.
 *
 * @param path what follows, exactly as it was sent
 */
public record ProxyAddress(AccessKind kind, AccessId id, String path) {

    /** What all of them begin with. */
    public static final String ROOT = "/proxy";

    private static final String CONNECTORS = ROOT + "/connectors/";
    private static final String INSTANCES = ROOT + "/instances/";

    /** The address below Patchbay's own. */
    public static String of(AccessKind kind, AccessId id) {
        return switch (kind) {
            case CONNECTOR -> CONNECTORS + GlobalId.of(NodeType.CONNECTOR, id.value());
            case INSTANCE -> INSTANCES + GlobalId.of(NodeType.INSTANCE, id.value());
        };
    }

    /** Empty where the request is for no connector and no instance. */
    static Optional<ProxyAddress> of(HttpServletRequest request) {
        var uri = request.getRequestURI().substring(request.getContextPath().length());
        return parse(AccessKind.CONNECTOR, NodeType.CONNECTOR, CONNECTORS, uri)
                .or(() -> parse(AccessKind.INSTANCE, NodeType.INSTANCE, INSTANCES, uri));
    }

    private static Optional<ProxyAddress> parse(AccessKind kind, NodeType type, String root, String uri) {
        if (!uri.startsWith(root)) {
            return Optional.empty();
        }
        var slash = uri.indexOf('/', root.length());
        var id = uri.substring(root.length(), slash < 0 ? uri.length() : slash);
        var path = slash < 0 ? "" : uri.substring(slash);
        return GlobalId.parse(id)
                .filter(it -> it.type() == type)
                .map(it -> new ProxyAddress(kind, new AccessId(it.uuid()), path));
    }
}
