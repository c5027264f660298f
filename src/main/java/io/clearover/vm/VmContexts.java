package io.clearover.vm;

import io.clearover.database.Database;
import io.clearover.job.AmbiguousIdException;
import io.clearover.job.AmbiguousIdException.Match;
import io.clearover.job.ContextId;
import io.clearover.job.UnknownIdException;
import io.clearover.summary.LastOperation;
import io.clearover.summary.SummaryStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The VM contexts: found by what a request names, held while an operation starts, moved when it ends. Thread-safe. */
@ApplicationScoped
public class VmContexts implements SummaryStore {

    /** Uses idx_vm_name, whose collation takes names for equal that are not: {@code WEB01}, all emoji. */
    private static final String BY_NAME =
            "SELECT context_id, vm_name, vcenter_host FROM vm_replication_contexts WHERE vm_name = :name ORDER BY context_id";

    @PersistenceContext(unitName = "clearover")
    private EntityManager entities;

    private final Database database;
    private final Clock clock;

    VmContexts() {
        this(null, null);
    }

    @Inject
    public VmContexts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The VM, unless it was deleted. */
    @Transactional(TxType.SUPPORTS)
    public Optional<Vm> find(ContextId id) {
        return Optional.ofNullable(entities.find(VmContext.class, id.value())).map(VmContext::vm);
    }

    /**
     * The VM with its row locked until the caller's transaction ends: of two that start an operation, one waits here.
     *
     * @throws UnknownIdException if there is none
     */
    @Transactional(TxType.MANDATORY)
    public VmContext lock(ContextId id) {
        return locked(id).orElseThrow(ContextId::notFound);
    }

    /**
     * The only VM of a name.
     *
     * @throws UnknownIdException if there is none
     * @throws AmbiguousIdException with the choices, if several vCenters have one
     */
    public ContextId named(String name) {
        List<Match> found = allNamed(name);
        if (found.isEmpty()) {
            throw new UnknownIdException(UnknownIdException.Kind.VM_NAME);
        }
        if (found.size() > 1) {
            throw new AmbiguousIdException(AmbiguousIdException.Kind.VM, found);
        }
        return new ContextId(found.get(0).contextId());
    }

    /** The VMs of exactly that name: several, if several vCenters have one. */
    public List<Match> allNamed(String name) {
        return database.list(BY_NAME, Map.of("name", name), Match.class).stream()
                .filter(match -> match.vmName().equals(name))
                .toList();
    }

    /** Moves a VM to a state, in the caller's transaction; one that was deleted meanwhile needs none. */
    @Transactional(TxType.MANDATORY)
    public void move(ContextId id, VmStatus next) {
        locked(id).ifPresent(context -> context.moveTo(next, clock.instant()));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void change(ContextId id, UnaryOperator<LastOperation> change) {
        locked(id).ifPresent(context -> context.summarize(change.apply(context.lastOperation())));
    }

    private Optional<VmContext> locked(ContextId id) {
        return Optional.ofNullable(entities.find(VmContext.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }
}
