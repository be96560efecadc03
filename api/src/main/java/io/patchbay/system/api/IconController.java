package io.patchbay.system.api;

import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class IconController {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final SystemDefinitions systems;

    IconController(SystemDefinitions systems) {
        this.systems = systems;
    }

    @GetMapping("/icons/{slug}.svg")
    ResponseEntity<String> icon(@PathVariable String slug) {
        return systems.find(slug)
                .map(IconController::shown)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** An SVG is a document of its own where it is opened directly, so it may do nothing there. */
    private static ResponseEntity<String> shown(SystemDefinition system) {
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .eTag(Integer.toHexString(system.iconSvg().hashCode()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .body(system.iconSvg());
    }
}
