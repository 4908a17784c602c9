package uk.declared.web.submission;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.declared.deployment.Deployment;
import uk.declared.web.page.Prepared;

/** The areas and parties that submissions are checked against: the first officer of a night does not wait until they are read. */
@Component
@Order(Prepared.SUBMISSIONS)
final class LoadedReference implements Prepared {
    private final ObjectProvider<Deployment> deployment;

    LoadedReference(ObjectProvider<Deployment> deployment) {
        this.deployment = deployment;
    }

    @Override
    public void prepare() {
        deployment.ifAvailable(Deployment::reference);
    }
}
