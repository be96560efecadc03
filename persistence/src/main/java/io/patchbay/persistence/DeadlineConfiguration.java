package io.patchbay.persistence;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.PriorityOrdered;

/** Gives everybody connections whose SQL stops at the deadline of the work that it is for. */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

    @Bean
    static StoppedAtTheDeadline stoppedAtTheDeadline() {
        return new StoppedAtTheDeadline();
    }

    static final class StoppedAtTheDeadline implements BeanPostProcessor, PriorityOrdered, DisposableBean {

        private final List<StoppableConnections> watched = new CopyOnWriteArrayList<>();

        /** Before whatever else wraps the pool: what was stopped is taken out of the pool itself. */
        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!(bean instanceof DataSource pool)) {
                return bean;
            }
            var stoppable = new StoppableConnections(pool);
            watched.add(stoppable);
            return stoppable;
        }

        @Override
        public void destroy() {
            watched.forEach(StoppableConnections::close);
        }
    }
}
