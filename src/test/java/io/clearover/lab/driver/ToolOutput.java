package io.clearover.lab.driver;

import io.clearover.lab.site.LabVm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What {@code virt-v2v-in-place -v -x} prints, put together from recorded parts. */
final class ToolOutput {

    private final String device;
    private final String job;
    private final LabVm vm;

    ToolOutput(String device, String job, LabVm vm) {
        this.device = device;
        this.job = job;
        this.vm = vm;
    }

    List<String> ofDataDisk() {
        return parts("begin", "data-disk");
    }

    List<String> ofSuccess() {
        return vm.windows() ? parts("begin", "convert", "windows", "success") : parts("begin", "convert", "success");
    }

    List<String> ofFailure() {
        return parts("begin", "convert", "windows", "failure");
    }

    private List<String> parts(String... names) {
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            part(name).lines().forEach(lines::add);
        }
        return lines;
    }

    private String part(String name) {
        try (InputStream text = ToolOutput.class.getResourceAsStream(name + ".txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{device}", device)
                    .replace("{job}", job)
                    .replace("{os}", vm.os())
                    .replace("{family}", vm.windows() ? "windows" : "linux");
        } catch (IOException e) {
            throw new UncheckedIOException("reading the driver tool's output " + name, e);
        }
    }
}
