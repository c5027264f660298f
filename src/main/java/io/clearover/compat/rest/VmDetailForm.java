package io.clearover.compat.rest;

import io.clearover.compat.CbtForm;
import io.clearover.compat.DiskForm;
import io.clearover.compat.ReplicationForm;
import io.clearover.web.Problem.Choice;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * What the appliance's form of a VM has beside the VM's own fields.
 *
 * @param context the VM's fields once more, as that form has them
 * @param currentJob the replication that the appliance is at, or was at last; null if there is none
 * @param jobHistory the newest replications, newest first
 * @param cbtHistory the newest synchronizations of its disks, newest first
 * @param choices the VMs that a name can mean, if it is none's alone; empty otherwise
 */
public record VmDetailForm(
        JsonObject context,
        ReplicationForm currentJob,
        List<ReplicationForm> jobHistory,
        List<DiskForm> disks,
        List<CbtForm> cbtHistory,
        List<Choice> choices) {}
