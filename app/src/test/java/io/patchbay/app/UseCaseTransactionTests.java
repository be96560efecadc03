package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.shared.Contended;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.UseCase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class UseCaseTransactionTests extends WholeApplication {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private ObjectProvider<PlatformTransactionManager> transactions;

    private Operation operation;

    /** As every use case is wrapped. */
    static class Operation {

        <T> Outcome<T> run(Supplier<Outcome<T>> steps) {
            return steps.get();
        }
    }

    @BeforeEach
    void wrapAnOperation() {
        jdbc.sql("create table if not exists step (name text)").update();
        jdbc.sql("delete from step").update();
        var wrapped = new ProxyFactory(new Operation());
        wrapped.setProxyTargetClass(true);
        wrapped.addAdvice(new UseCaseTransactions(transactions));
        operation = (Operation) wrapped.getProxy();
    }

    @Test
    void everyUseCaseIsABeanInATransaction() throws Exception {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(UseCase.class));
        var useCases = scan.findCandidateComponents("io.patchbay");

        assertThat(useCases).hasSizeGreaterThan(8);
        for (var useCase : useCases) {
            var bean = application.getBean(Class.forName(useCase.getBeanClassName()));
            assertThat(AopUtils.isAopProxy(bean)).as(useCase.getBeanClassName()).isTrue();
            assertThat(((Advised) bean).getAdvisors())
                    .as(useCase.getBeanClassName())
                    .anyMatch(advisor -> advisor.getAdvice() instanceof UseCaseTransactions);
        }
    }

    @Test
    void whatIsDoneStays() {
        var outcome = operation.run(() -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isTrue();
            write("done");
            return Outcome.done("done");
        });

        assertThat(outcome).isEqualTo(Outcome.done("done"));
        assertThat(written()).containsExactly("done");
    }

    @Test
    void aRefusalLeavesNothingHalfWritten() {
        Outcome<String> refused = Outcome.refused(InvalidInput.of(RefusalCode.INVALID_NAME, "name", "name.blank"));

        assertThat(operation.run(() -> {
                    write("half");
                    return refused;
                }))
                .isEqualTo(refused);
        assertThat(written()).isEmpty();
    }

    @Test
    void whoeverWasOvertakenAsksAgainInANewTransaction() {
        var transactionIds = new ArrayList<String>();

        var outcome = operation.run(() -> {
            write("attempt");
            transactionIds.add(jdbc.sql("select cast(pg_current_xact_id() as text)")
                    .query(String.class)
                    .single());
            if (transactionIds.size() == 1) {
                throw new Contended("a place", new IllegalStateException());
            }
            return Outcome.done("in the end");
        });

        assertThat(outcome).isEqualTo(Outcome.done("in the end"));
        assertThat(transactionIds).hasSize(2).doesNotHaveDuplicates();
        assertThat(written()).containsExactly("attempt");
    }

    @Test
    void whoeverIsOvertakenThreeTimesGivesUp() {
        var attempts = new AtomicInteger();

        assertThatThrownBy(() -> operation.run(() -> {
                    attempts.incrementAndGet();
                    write("attempt");
                    throw new Contended("a place", new IllegalStateException());
                }))
                .isInstanceOf(Contended.class);
        assertThat(attempts).hasValue(3);
        assertThat(written()).isEmpty();
    }

    @Test
    void anOperationThatAnotherOneCallsBelongsToThatOnesTransaction() {
        operation.run(() -> {
            write("outer");
            operation.run(() -> {
                write("inner");
                return Outcome.done("inner");
            });
            return Outcome.refused(InvalidInput.of(RefusalCode.INVALID_NAME, "name", "name.blank"));
        });

        assertThat(written()).isEmpty();
    }

    @Test
    void aFailureRollsBack() {
        assertThatThrownBy(() -> operation.run(() -> {
                    write("half");
                    throw new IllegalStateException("A bug");
                }))
                .hasMessage("A bug");
        assertThat(written()).isEmpty();
    }

    private void write(String name) {
        jdbc.sql("insert into step values (?)").param(name).update();
    }

    private List<String> written() {
        return jdbc.sql("select name from step").query(String.class).list();
    }
}
