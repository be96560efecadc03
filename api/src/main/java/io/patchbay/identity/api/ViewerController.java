package io.patchbay.identity.api;

import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.identity.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ViewerController {

    private final CurrentViewer currentViewer;

    ViewerController(CurrentViewer currentViewer) {
        this.currentViewer = currentViewer;
    }

    @QueryMapping
    Viewer viewer() {
        return currentViewer.viewer();
    }

    @SchemaMapping
    String id(Viewer viewer) {
        return switch (viewer) {
            case Viewer.SignedIn(var person) ->
                GlobalId.of(NodeType.VIEWER, person.id().value());
            case Viewer.Program(var token) ->
                GlobalId.of(NodeType.VIEWER, token.id().value());
        };
    }

    @SchemaMapping
    String name(Viewer viewer) {
        return viewer.name().value();
    }

    @SchemaMapping
    @Nullable
    String email(Viewer viewer) {
        return viewer.person().map(person -> person.email().value()).orElse(null);
    }
}
