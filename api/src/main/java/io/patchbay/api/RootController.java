package io.patchbay.api;

import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import io.patchbay.shared.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class RootController {

    private final Map<NodeType, NodeSource> sources;

    RootController(List<NodeSource> sources) {
        this.sources = sources.stream().collect(Collectors.toMap(NodeSource::type, Function.identity()));
    }

    @QueryMapping
    @Nullable
    Object node(@Argument String id) {
        return GlobalId.parse(id)
                .flatMap(parsed ->
                        Optional.ofNullable(sources.get(parsed.type())).<Object>flatMap(source -> source.find(parsed)))
                .orElse(null);
    }

    @QueryMapping
    List<@Nullable Object> nodes(@Argument List<String> ids) {
        if (ids.size() > Page.Request.MAX_SIZE) {
            throw new BadArgument("ids", "Ask for at most " + Page.Request.MAX_SIZE);
        }
        var wanted = ids.stream().map(GlobalId::parse).toList();
        var found = found(wanted.stream().flatMap(Optional::stream));
        var nodes = new ArrayList<@Nullable Object>();
        wanted.forEach(id -> nodes.add(id.map(found::get).orElse(null)));
        return nodes;
    }

    private Map<GlobalId, Object> found(Stream<GlobalId> wanted) {
        var found = new HashMap<GlobalId, Object>();
        wanted.collect(Collectors.groupingBy(GlobalId::type, Collectors.toSet()))
                .forEach((type, ids) -> {
                    var source = sources.get(type);
                    if (source != null) {
                        found.putAll(source.findAll(ids));
                    }
                });
        return found;
    }

    @SchemaMapping(typeName = "UserError")
    @Nullable
    List<String> field(Refusal refusal) {
        return refusal.field().isEmpty() ? null : refusal.field();
    }

    @SchemaMapping(typeName = "UserError")
    String message(Refusal refusal) {
        return refusal.message(Locale.ENGLISH);
    }

    @SchemaMapping(typeName = "Count")
    CountPrecision precision(Count count) {
        return count.exact() ? CountPrecision.EXACT : CountPrecision.AT_LEAST;
    }

    /** Whether a count is all there are. */
    enum CountPrecision {
        EXACT,
        AT_LEAST
    }
}
