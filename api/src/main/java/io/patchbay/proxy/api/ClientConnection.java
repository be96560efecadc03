package io.patchbay.proxy.api;

/** The connection that a request came by, as far as servlets know too little of it. */
public interface ClientConnection {

    /** The request attribute that holds it. */
    String ATTRIBUTE = ClientConnection.class.getName();

    /** Whether the client has gone. Only while nobody reads the request; from any thread. */
    boolean isGone();

    /** Ends it at once, so that the client takes nothing for a whole answer that is none. */
    void cut();

    /** Sends a body of this type as it is, whatever the server does to others of the type. */
    void asItIs(String contentType);
}
