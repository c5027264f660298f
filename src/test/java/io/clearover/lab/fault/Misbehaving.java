package io.clearover.lab.fault;

import io.clearover.lab.http.Api;
import io.clearover.lab.http.Call;
import io.clearover.lab.http.Delivery;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Stands before a service and lets calls go wrong on their way to it and back. */
public final class Misbehaving implements Api {

    private static final String PORTAL =
            "<!DOCTYPE html>\n<html><head><title>Welcome</title></head><body><h1>It works!</h1></body></html>\n";
    private static final String PROXY =
            "<html>\n<head><title>503 Service Temporarily Unavailable</title></head>\n<body>\n"
                    + "<center><h1>503 Service Temporarily Unavailable</h1></center>\n<hr><center>nginx</center>\n</body>\n</html>\n";

    private final Service service;
    private final Faults faults;
    private final Consumer<About> calls;

    /** @param calls is told of every call before it is answered, or not */
    public Misbehaving(Service service, Faults faults, Consumer<About> calls) {
        this.service = service;
        this.faults = faults;
        this.calls = calls;
    }

    @Override
    public void answer(Call call) throws IOException {
        About about = service.about(call);
        calls.accept(about);
        Optional<ArmedFault> fault = faults.take(about, FaultKind::onTheWire);
        if (fault.isPresent()) {
            befall(call, fault.get());
        } else {
            service.answer(call);
        }
    }

    private void befall(Call call, ArmedFault fault) throws IOException {
        switch (fault.fault().kind()) {
            case REFUSE -> service.refuse(call);
            case REFUSE_401 -> service.refuseCredentials(call);
            case HANG -> {
                fault.awaitEnd();
                call.drop();
            }
            case DROP_BEFORE -> call.drop();
            case RUBBISH -> call.html(200, PORTAL);
            case UNAVAILABLE -> call.html(503, PROXY);
            case DELAY -> {
                call.deliverBy((exchange, status, body) -> {
                    fault.delay();
                    Delivery.AT_ONCE.send(exchange, status, body);
                });
                service.answer(call);
            }
            case DROP_AFTER -> {
                call.deliverBy((exchange, status, body) -> exchange.close());
                service.answer(call);
            }
            case SLOW_ANSWER -> {
                call.deliverBy(new Dribble(fault));
                service.answer(call);
            }
            default -> throw new IllegalStateException(fault.fault() + " is not one of the wire");
        }
    }
}
