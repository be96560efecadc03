package io.patchbay.app;

import io.patchbay.shared.Deadline;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Stands between the application and its connection pool, and notes every statement of GraphQL requests. Those are done on
 * threads with a deadline, and nothing else is: neither letting somebody in, nor what is looked after in the background.
 */
@TestComponent
class CountedStatements implements BeanPostProcessor {

    private final Queue<String> executed = new ConcurrentLinkedQueue<>();
    private volatile boolean ofAnybody;

    /** What requests executed while this ran. */
    List<String> during(Runnable action) {
        executed.clear();
        action.run();
        return List.copyOf(executed);
    }

    /** What anybody executed while this ran, on whatever thread. */
    List<String> ofAnybodyDuring(Runnable action) {
        ofAnybody = true;
        try {
            return during(action);
        } finally {
            ofAnybody = false;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool ? new Counting(pool) : bean;
    }

    private final class Counting extends DelegatingDataSource {

        Counting(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counting(super.getConnection(), Connection.class, "");
        }
    }

    private <T> T counting(T target, Class<T> type, String sql) {
        var proxy = Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    var first = arguments != null && arguments[0] instanceof String text ? text : sql;
                    if (method.getName().startsWith("execute") && (ofAnybody || Deadline.current() != null)) {
                        executed.add(first);
                    }
                    try {
                        var answer = method.invoke(target, arguments);
                        if (method.getName().equals("unwrap")) {
                            return answer;
                        }
                        return switch (answer) {
                            case PreparedStatement statement -> counting(statement, PreparedStatement.class, first);
                            case Statement statement -> counting(statement, Statement.class, first);
                            case null -> null;
                            case Object result -> result;
                        };
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
        return type.cast(proxy);
    }
}
