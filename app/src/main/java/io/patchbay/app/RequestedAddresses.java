package io.patchbay.app;

import com.vaadin.flow.server.VaadinRequest;
import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.authorization.ConnectAddresses;
import io.patchbay.proxy.ProxyAddresses;
import io.patchbay.proxy.api.ProxyAddress;
import io.patchbay.shared.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Patchbay's public address where its owner told one, or else the address by which the request that is answered came. */
@Component
class RequestedAddresses implements ConnectAddresses, ProxyAddresses {

    private final PatchbaySettings settings;

    RequestedAddresses(PatchbaySettings settings) {
        this.settings = settings;
    }

    @Override
    public URI redirect() {
        return base().path(AuthorizationEndpoint.CALLBACK).build().toUri();
    }

    @Override
    public URI start(Secret key) {
        return base().path(AuthorizationEndpoint.START)
                .queryParam(AuthorizationEndpoint.KEY, key.reveal())
                .build()
                .toUri();
    }

    @Override
    public URI of(AccessKind kind, AccessId id) {
        return base().path(ProxyAddress.of(kind, id)).build().toUri();
    }

    private UriComponentsBuilder base() {
        var publicUrl = settings.publicUrl();
        if (publicUrl != null) {
            var path = publicUrl.getPath() == null ? "" : publicUrl.getPath().replaceFirst("/+$", "");
            return UriComponentsBuilder.fromUri(publicUrl).replacePath(path).replaceQuery(null);
        }
        var request = request();
        var address = UriComponentsBuilder.newInstance()
                .scheme(request.getScheme())
                .host(request.getServerName())
                .path(request.getContextPath());
        var usual = request.getScheme().equals("https") ? 443 : 80;
        return request.getServerPort() == usual ? address : address.port(request.getServerPort());
    }

    private static HttpServletRequest request() {
        if (VaadinRequest.getCurrent() instanceof HttpServletRequest request) {
            return request;
        }
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            return attributes.getRequest();
        }
        throw new IllegalStateException("No request is being answered");
    }
}
