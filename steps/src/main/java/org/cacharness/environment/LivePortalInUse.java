package org.cacharness.environment;

import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Portal;
import org.cacharness.drivers.PortalBackOffice;
import org.cacharness.drivers.TrafficListener;
import org.cacharness.recording.Witness;

/** A live portal in one scenario: its members' registered information is cleared before and after. */
final class LivePortalInUse implements PortalInUse {
    private final LivePortal live;
    private final LivePortalBackOffice office;
    private final Witness witness;
    private final Set<Member> admitted = new LinkedHashSet<>();

    LivePortalInUse(LivePortal live, FrontDoor door, Witness witness) {
        this.live = live;
        this.office = new LivePortalBackOffice(live, door);
        this.witness = witness;
    }

    @Override
    public void began(String title) {
        witness.began(title);
    }

    @Override
    public TrafficListener listener() {
        return witness.listener();
    }

    @Override
    public void issued(List<X509Certificate> certificates) {
        certificates.forEach(witness::certificate);
    }

    @Override
    public Portal portal() {
        return live.portal();
    }

    @Override
    public PortalBackOffice backOffice() {
        return office;
    }

    @Override
    public Member admit(Member person) {
        Member member = new Member(
                person.name(), live.accounts().username(person.name()), person.dodIdNumber(), person.certificateName());
        witness.person(member, live.accounts().password(person.name()));
        office.clear(member);
        admitted.add(member);
        return member;
    }

    @Override
    public void leaveNothingBehind() {
        admitted.forEach(office::clear);
    }

    @Override
    public void close() {}
}
