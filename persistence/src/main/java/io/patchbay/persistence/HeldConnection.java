package io.patchbay.persistence;

import io.patchbay.shared.Deadline;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** A connection while somebody with a deadline has it. Thread-safe where it is stopped and given back. */
final class HeldConnection implements InvocationHandler {

    /** What to do when a connection is given back, before it is. */
    interface OnReturn {
        void given(HeldConnection connection) throws SQLException;
    }

    private final Connection own;
    private final Deadline deadline;
    private final OnReturn onReturn;
    private boolean stopped;
    private boolean returned;

    HeldConnection(Connection own, Deadline deadline, OnReturn onReturn) {
        this.own = own;
        this.deadline = deadline;
        this.onReturn = onReturn;
    }

    Connection proxy() {
        return (Connection)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, this);
    }

    Connection own() {
        return own;
    }

    synchronized boolean wasStopped() {
        return stopped;
    }

    /** Stops what runs; more than once, because the next statement may have begun while the first was being stopped. */
    synchronized void stopIfLate() throws SQLException {
        if (!returned && deadline.isPassed()) {
            stopped = true;
            own.unwrap(PGConnection.class).cancelQuery();
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            giveBack();
        }
        try {
            return method.invoke(own, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private synchronized void giveBack() throws SQLException {
        if (!returned) {
            returned = true;
            onReturn.given(this);
        }
    }
}
