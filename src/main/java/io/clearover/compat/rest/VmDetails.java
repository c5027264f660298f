package io.clearover.compat.rest;

import io.clearover.compat.CbtForms;
import io.clearover.compat.DiskForms;
import io.clearover.compat.ReplicationForms;
import io.clearover.compat.ReplicationRecord;
import io.clearover.compat.ReplicationRecords;
import io.clearover.job.ContextId;
import io.clearover.vm.rest.VmList;
import io.clearover.vm.rest.VmView;
import io.clearover.vm.rest.VmViewBuilder;
import io.clearover.web.JsonbProvider;
import io.clearover.web.Problem.Choice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.List;
import java.util.Set;

/** Makes the detail of a VM: its fields, and beside them the appliance's form. Four statements. Thread-safe. */
@ApplicationScoped
public class VmDetails {

    /** Stands in the place of the state of a VM whose name isn't its alone; the appliance's GUI shows it as it is. */
    private static final String AMBIGUOUS = "ambiguous_name";

    /** What the appliance's form doesn't have in the context. */
    private static final Set<String> OURS = Set.of("last_operation", "running_job_id", "allowed_actions");

    private final VmList vms;
    private final ReplicationRecords replications;
    private final ReplicationForms forms;
    private final DiskForms disks;
    private final CbtForms synchronizations;

    VmDetails() {
        this(null, null, null, null, null);
    }

    @Inject
    public VmDetails(
            VmList vms,
            ReplicationRecords replications,
            ReplicationForms forms,
            DiskForms disks,
            CbtForms synchronizations) {
        this.vms = vms;
        this.replications = replications;
        this.forms = forms;
        this.disks = disks;
        this.synchronizations = synchronizations;
    }

    /**
     * The VM with that context id, or else with that name. If several have the name, nothing of any of them but the choices.
     *
     * @throws io.clearover.job.UnknownIdException if there is none
     */
    public JsonObject of(String idOrName, boolean admin) {
        List<VmView> found = vms.matching(idOrName);
        return found.size() == 1 ? detail(found.get(0), admin) : ambiguous(idOrName, found);
    }

    /** @throws io.clearover.job.UnknownIdException if there is none */
    public JsonObject of(ContextId id, boolean admin) {
        return detail(vms.one(id), admin);
    }

    private JsonObject detail(VmView vm, boolean admin) {
        List<ReplicationRecord> known = replications.of(vm.contextId(), vm.currentJobId());
        return answer(
                vm,
                new VmDetailForm(
                        context(vm),
                        known.stream()
                                .filter(job -> job.id().equals(vm.currentJobId()))
                                .map(job -> forms.of(job, admin))
                                .findFirst()
                                .orElse(null),
                        known.stream()
                                .limit(ReplicationRecords.NEWEST)
                                .map(job -> forms.of(job, admin))
                                .toList(),
                        disks.ofVm(vm.contextId(), admin),
                        synchronizations.ofVm(vm.contextId()),
                        List.of()));
    }

    private static JsonObject ambiguous(String name, List<VmView> found) {
        VmView nobody = VmViewBuilder.builder()
                .vmName(name)
                .currentStatus(AMBIGUOUS)
                .allowedActions(List.of())
                .build();
        List<Choice> choices = found.stream()
                .map(vm -> new Choice(vm.contextId(), vm.vmName(), vm.vcenterHost()))
                .toList();
        return answer(nobody, new VmDetailForm(context(nobody), null, List.of(), List.of(), List.of(), choices));
    }

    private static JsonObject context(VmView vm) {
        JsonObjectBuilder context = Json.createObjectBuilder(json(vm));
        OURS.forEach(context::remove);
        return context.build();
    }

    private static JsonObject answer(VmView vm, VmDetailForm beside) {
        JsonObjectBuilder all = Json.createObjectBuilder(json(vm));
        json(beside).forEach(all::add);
        return all.build();
    }

    private static JsonObject json(Record record) {
        String text = new JsonbProvider().getContext(record.getClass()).toJson(record);
        return Json.createReader(new StringReader(text)).readObject();
    }
}
