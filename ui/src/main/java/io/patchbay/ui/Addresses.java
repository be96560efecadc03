package io.patchbay.ui;

import java.util.UUID;

/**
 * The addresses of all pages, below the application's root and without a leading slash. Features link to each other through
 * these, because features that knew each other's views would form a circle.
 */
public final class Addresses {

    public static final String DASHBOARD = "";
    public static final String ATTENTION = "attention";
    public static final String EXPIRY = "expiry";
    public static final String CONNECTORS = "connectors";
    public static final String NEW_CONNECTOR = "connectors/new";
    public static final String INSTANCES = "instances";
    public static final String MARKETPLACE = "marketplace";
    public static final String COMPANY = "company";
    public static final String API_TOKENS = "tokens";
    public static final String KEYS = "keys";
    public static final String HELP = "help/concepts";
    public static final String LOGIN = "login";
    public static final String LOGOUT = "logout";
    public static final String REGISTER = "register";

    /** Says what came of connecting by redirect, where no page of a thing can. */
    public static final String CONNECT = "connect";

    /** Query parameter: the attempt to connect by redirect that came to something just now. */
    public static final String CONNECTED = "connected";

    /** Query parameter: the code of why nothing came of connecting by redirect. */
    public static final String REFUSED = "refused";

    /** Query parameter beside {@link #REFUSED}: the one word that explains it. */
    public static final String WHY = "why";

    private Addresses() {}

    /** A system's page: what it is, what is needed, and where to start. */
    public static String system(String slug) {
        return "systems/" + slug;
    }

    /** A system's icon, served by the api module. */
    public static String icon(String slug) {
        return "icons/" + slug + ".svg";
    }

    /** An unfinished wizard, where it goes on. */
    public static String setup(UUID draft) {
        return "setup/" + draft;
    }

    /** The wizard's last step. */
    public static String setupCredentials(UUID draft) {
        return setup(draft) + "/credentials";
    }

    public static String connector(UUID id) {
        return "connectors/" + id;
    }

    public static String connectorSettings(UUID id) {
        return connector(id) + "/settings";
    }

    public static String instance(UUID id) {
        return "instances/" + id;
    }

    public static String instanceSettings(UUID id) {
        return instance(id) + "/settings";
    }

    /** Starts a wizard for an instance of an installed system. */
    public static String newInstance(String slug) {
        return "instances/new/" + slug;
    }
}
