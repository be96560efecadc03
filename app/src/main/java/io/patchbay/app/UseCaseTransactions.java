package io.patchbay.app;

import io.patchbay.shared.Contended;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.UseCase;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs an operation of a use case in one transaction. A refused outcome rolls back, so that a refusal never leaves anything
 * half-written. Where somebody else was faster, the operation is run again in a new transaction: there it asks anew, and
 * answers with what is true by then.
 */
final class UseCaseTransactions implements MethodInterceptor {

    private static final int ATTEMPTS = 3;

    private final ObjectProvider<PlatformTransactionManager> transactions;

    UseCaseTransactions(ObjectProvider<PlatformTransactionManager> transactions) {
        this.transactions = transactions;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation operation) throws Throwable {
        if (!needsTransaction(operation)) {
            return operation.proceed();
        }
        // An operation that another one calls belongs to that one's transaction.
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return operation.proceed();
        }
        for (var attempt = 1; ; attempt++) {
            try {
                return new TransactionTemplate(transactions.getObject()).execute(status -> proceed(operation, status));
            } catch (Contended contended) {
                if (attempt == ATTEMPTS) {
                    throw contended;
                }
            }
        }
    }

    private static boolean needsTransaction(MethodInvocation operation) {
        var useCase = AnnotationUtils.findAnnotation(operation.getMethod().getDeclaringClass(), UseCase.class);
        return useCase == null || useCase.inTransaction();
    }

    private static @Nullable Object proceed(MethodInvocation operation, TransactionStatus status) {
        try {
            // A retried operation needs an invocation of its own: one that went through its chain cannot do so again.
            var result = ((ProxyMethodInvocation) operation).invocableClone().proceed();
            if (result instanceof Outcome.Refused<?>) {
                status.setRollbackOnly();
            }
            return result;
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException("Use cases throw no checked exceptions", failure);
        }
    }
}
