package io.patchbay.api.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses requests whose content has "any" type. Spring would stumble over it before it looks for a handler. */
@Component
class ContentTypeCheck extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = request.getContentType();
        if (type == null || type.indexOf('*') < 0) {
            chain.doFilter(request, response);
            return;
        }
        var refusal = NotGraphQl.unsupportedMediaType();
        HttpProblem.write(request, response, refusal.status(), refusal.code(), refusal.sentence(), refusal.facts());
    }
}
