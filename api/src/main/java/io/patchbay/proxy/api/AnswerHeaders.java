package io.patchbay.proxy.api;

import jakarta.servlet.http.HttpServletResponse;

/** What every answer says, so that nothing that a system sends can act as a page of Patchbay's. */
final class AnswerHeaders {

    private AnswerHeaders() {}

    static void protect(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        // What one token got is nobody else's, whatever the system says of caches.
        response.addHeader("Vary", "Authorization");
    }
}
