package io.patchbay.live.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Puts the WebSocket at the same address as the rest of the API. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    private static final String ADDRESS = "/graphql";

    /**
     * Before all that answers requests at the same address; takes only those that ask for a WebSocket.
     *
     * @param doorkeepers look at each handshake first
     */
    @Bean
    WebSocketHandlerMapping graphQlSocket(
            WebGraphQlHandler handler,
            JsonMapper json,
            LiveSockets sockets,
            ObjectProvider<HandshakeInterceptor> doorkeepers) {
        var socket = new SocketHandler(handler, converter(json), new HashedDocuments(json), sockets)
                .initWebSocketHttpRequestHandler(new DefaultHandshakeHandler());
        List<HandshakeInterceptor> interceptors =
                new ArrayList<>(doorkeepers.orderedStream().toList());
        interceptors.addAll(socket.getHandshakeInterceptors());
        socket.setHandshakeInterceptors(interceptors);
        var mapping = new WebSocketHandlerMapping();
        mapping.setWebSocketUpgradeMatch(true);
        mapping.setUrlMap(Map.of(ADDRESS, socket));
        mapping.setOrder(-2);
        return mapping;
    }

    private static HttpMessageConverter<Object> converter(JsonMapper json) {
        return new JacksonJsonHttpMessageConverter(json);
    }
}
