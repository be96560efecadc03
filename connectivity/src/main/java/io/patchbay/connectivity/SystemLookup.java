package io.patchbay.connectivity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The operating system's look-up, on threads of its own: it cannot be interrupted, and on a virtual thread it would hold
 * one of the few that carry all others, for as long as somebody's name server likes.
 */
final class SystemLookup implements HostLookup {

    private static final int AT_ONCE = 16;
    private static final ExecutorService THREADS = threads();

    @Override
    public InetAddress[] addresses(String host) throws UnknownHostException {
        var lookup = THREADS.submit(() -> InetAddress.getAllByName(host));
        try {
            return lookup.get();
        } catch (ExecutionException unknown) {
            throw new UnknownHostException(host);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            lookup.cancel(false);
            throw new UnknownHostException(host);
        }
    }

    private static ExecutorService threads() {
        var threads = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("lookup-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
