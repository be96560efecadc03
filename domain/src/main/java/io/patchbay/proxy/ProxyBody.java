package io.patchbay.proxy;

import java.io.IOException;
import java.io.InputStream;

/** What a program sends, while it comes in. */
public interface ProxyBody {

    /** How many bytes there will be; -1: the program did not say. */
    long length();

    /** The bytes; read once. */
    InputStream open() throws IOException;
}
