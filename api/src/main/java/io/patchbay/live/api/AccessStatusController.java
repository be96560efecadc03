package io.patchbay.live.api;

import graphql.GraphQLError;
import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.access.HasAccess;
import io.patchbay.access.StatusChange;
import io.patchbay.access.StatusChanges;
import io.patchbay.access.StatusNews;
import io.patchbay.api.BadArgument;
import io.patchbay.api.ErrorCode;
import io.patchbay.connector.Connectors;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.identity.Viewer;
import io.patchbay.instance.Instances;
import io.patchbay.shared.CompanyId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.GraphQlExceptionHandler;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

@Controller
class AccessStatusController {

    private static final Logger LOG = LoggerFactory.getLogger(AccessStatusController.class);

    private final StatusChanges changes;
    private final Connectors connectors;
    private final Instances instances;
    private final CurrentViewer currentViewer;
    private final LiveConnections connections;

    AccessStatusController(
            StatusChanges changes,
            Connectors connectors,
            Instances instances,
            CurrentViewer currentViewer,
            LiveConnections connections) {
        this.changes = changes;
        this.connectors = connectors;
        this.instances = instances;
        this.currentViewer = currentViewer;
        this.connections = connections;
    }

    /** Nothing is held for it but a place in a map: no thread, no database connection. */
    @SubscriptionMapping
    Flux<AccessStatusChange> accessStatusChanged(@Argument @Nullable AccessStatusFilter filter) {
        var viewer = currentViewer.viewer();
        var wanted = filter == null ? AccessStatusFilter.ANY : filter;
        if (wanted.ids() != null && wanted.ids().size() > AccessStatusFilter.MOST_IDS) {
            throw new BadArgument("filter", "Name at most " + AccessStatusFilter.MOST_IDS + " ids, or none for all");
        }
        connections.requireRoom(viewer);
        return Flux.create(client -> tell(client, viewer, wanted));
    }

    @GraphQlExceptionHandler
    GraphQLError tooMany(TooManySubscriptions refused) {
        return GraphQLError.newError()
                .errorType(ErrorType.FORBIDDEN)
                .message("%s", refused.getMessage())
                .extensions(Map.of(
                        "code",
                        ErrorCode.TOO_MANY_SUBSCRIPTIONS.name(),
                        "limit",
                        refused.limit(),
                        "used",
                        refused.limit()))
                .build();
    }

    private void tell(FluxSink<AccessStatusChange> client, Viewer viewer, AccessStatusFilter wanted) {
        var place = connections.subscribe(viewer);
        var demand = new Demand();
        client.onRequest(demand::add);
        var teller = new Teller(viewer.companyId(), wanted, client, demand);
        var watch = changes.watch(viewer.companyId(), teller);
        client.onDispose(() -> {
            watch.close();
            demand.end();
            place.close();
        });
    }

    /** Tells one client, and waits while that one takes nothing in; meanwhile the watch keeps what is new, and keeps it small. */
    private final class Teller implements StatusChanges.Watcher {

        private final CompanyId company;
        private final AccessStatusFilter wanted;
        private final FluxSink<AccessStatusChange> client;
        private final Demand demand;

        Teller(CompanyId company, AccessStatusFilter wanted, FluxSink<AccessStatusChange> client, Demand demand) {
            this.company = company;
            this.wanted = wanted;
            this.client = client;
            this.demand = demand;
        }

        @Override
        public void see(StatusNews news) {
            try {
                if (news.readAgain() && demand.take()) {
                    client.next(AccessStatusChange.READ_AGAIN);
                }
                news.changes().stream().filter(wanted::wants).forEach(this::tell);
            } catch (RuntimeException unreadable) {
                LOG.warn("A change of status could not be read, so a client was told to read again", unreadable);
                client.next(AccessStatusChange.READ_AGAIN);
            }
        }

        private void tell(StatusChange change) {
            // Read as late as possible, so that a client that was slow hears of the latest.
            if (demand.take()) {
                now(change).ifPresentOrElse(client::next, demand::giveBack);
            }
        }

        private Optional<AccessStatusChange> now(StatusChange change) {
            var thing = find(change.kind(), change.access());
            return thing.isEmpty()
                    ? Optional.of(AccessStatusChange.removed(change.kind(), change.access()))
                    : thing.filter(wanted::wants).map(it -> AccessStatusChange.changed(change.kind(), it));
        }

        private Optional<? extends HasAccess> find(AccessKind kind, AccessId id) {
            return switch (kind) {
                case CONNECTOR -> connectors.find(company, id);
                case INSTANCE -> instances.find(company, id);
            };
        }
    }
}
