@step-7
Feature: Step 7: a screen says that the CAC is registered
  The confirmation is worth what the portal holds afterwards: this certificate, for this account, and a CAC that logs in.

  Rule: The confirmation is true

    @presents-pin-1
    Scenario: The confirmation names Ada's certificate, and the portal holds it
      Given Ada's certificates were made available with ActivClient
      When Ada registers her CAC
      Then a screen says that Ada has registered her CAC
      And the screen names the certificate of Ada's CAC
      And the portal holds the certificate of Ada's CAC for her account

    @presents-pin-1 @presents-pin-2-where-each-browser-asks
    Scenario: Ada's registered CAC logs her in
      Given Ada has registered her CAC
      When Ada logs in with her CAC
      Then Ada's account home says that she logged in with her CAC

    @presents-pin-1 @card-of-Bob
    Scenario: Ada's registration does not log anybody else's CAC in
      Given Ada's CAC is registered
      When Bob logs in with his CAC
      Then the portal refuses the login because the CAC is not registered

    @presents-pin-1
    Scenario: Ada's registration leaves Bob's account alone
      Given Ada's certificates were made available with ActivClient
      And Bob has nothing registered
      When Ada registers her CAC
      Then the portal holds the certificate of Ada's CAC for her account
      And Bob has nothing registered
