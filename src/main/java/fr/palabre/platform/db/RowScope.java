package fr.palabre.platform.db;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whose rows the transactions of this thread may see. Nothing is visible by default; row-level
 * security reads what is set here, so a query without its {@code where} returns nothing of another
 * tenant.
 */
@Component
public class RowScope {
  private static final ThreadLocal<@Nullable Scope> CURRENT = new ThreadLocal<>();
  private static final TransactionDefinition READ_ONLY = readOnly();
  private final PlatformTransactionManager manager;
  private final TransactionTemplate transactions;

  RowScope(PlatformTransactionManager manager) {
    this.manager = manager;
    this.transactions = new TransactionTemplate(manager);
  }

  /** Runs the work in one transaction that sees the rows of this tenant only. */
  public <T> T within(UUID tenant, Supplier<T> work) {
    return bound(new Scope(tenant), () -> inTransaction(work));
  }

  public void within(UUID tenant, Runnable work) {
    within(tenant, () -> {
      work.run();
      return true;
    });
  }

  /**
   * Runs the work in one transaction that sees every tenant's rows: for the engine's claims and the
   * collectors, never for a request of a person.
   */
  public <T> T everywhere(Supplier<T> work) {
    return bound(Scope.ALL, () -> inTransaction(work));
  }

  /**
   * Binds the tenant to this thread until closed, for a request that is handled on one thread.
   *
   * @param reading whether to open one read-only transaction at once, for a page's queries to share
   */
  public Open open(UUID tenant, boolean reading) {
    var before = CURRENT.get();
    CURRENT.set(new Scope(tenant));
    try {
      return new Open(before, reading ? manager.getTransaction(READ_ONLY) : null);
    } catch (RuntimeException e) {
      restore(before);
      throw e;
    }
  }

  /** Binds the tenant without opening a transaction: each one opened meanwhile sees its rows. */
  public static <T> T bound(UUID tenant, Supplier<T> work) {
    return bound(new Scope(tenant), work);
  }

  /** The tenant bound to this thread, if one is. */
  public static Optional<UUID> tenant() {
    return Optional.ofNullable(CURRENT.get()).map(Scope::tenant);
  }

  static @Nullable Scope current() {
    return CURRENT.get();
  }

  private static <T> T bound(Scope scope, Supplier<T> work) {
    var before = CURRENT.get();
    if (inTransactionNow() && !scope.equals(before) && (before == null || !before.all()))
      throw new IllegalStateException("A transaction keeps the rows it began with");
    CURRENT.set(scope);
    try {
      return work.get();
    } finally {
      restore(before);
    }
  }

  private static void restore(@Nullable Scope before) {
    if (before == null) CURRENT.remove();
    else CURRENT.set(before);
  }

  private static boolean inTransactionNow() {
    return TransactionSynchronizationManager.isActualTransactionActive();
  }

  private static TransactionDefinition readOnly() {
    var definition = new DefaultTransactionDefinition();
    definition.setReadOnly(true);
    return definition;
  }

  private <T> T inTransaction(Supplier<T> work) {
    // The work never returns null where T forbids it; TransactionTemplate's type cannot say so.
    @SuppressWarnings("NullAway")
    T result = transactions.execute(_ -> work.get());
    return result;
  }

  /** A binding to close on the thread that opened it. */
  public final class Open implements AutoCloseable {
    private final @Nullable Scope before;
    private final @Nullable TransactionStatus reading;

    private Open(@Nullable Scope before, @Nullable TransactionStatus reading) {
      this.before = before;
      this.reading = reading;
    }

    @Override
    public void close() {
      try {
        if (reading != null && !reading.isCompleted()) end(reading);
      } finally {
        restore(before);
      }
    }

    // A page that found nothing has marked its reading to be rolled back; there is nothing to say.
    private void end(TransactionStatus status) {
      if (status.isRollbackOnly()) manager.rollback(status);
      else manager.commit(status);
    }
  }

  record Scope(@Nullable UUID tenant) {
    static final Scope ALL = new Scope(null);

    boolean all() {
      return tenant == null;
    }
  }
}
