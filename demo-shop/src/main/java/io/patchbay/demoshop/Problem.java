package io.patchbay.demoshop;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;

/** What programs get instead of what they asked for. */
record Problem(String error, String message) {

    static ServerResponse answer(HttpStatus status, String error, String message) {
        return ServerResponse.status(status).body(new Problem(error, message));
    }
}
