Feature: Step 2: put the CAC into the reader
  The member logs in first, and then puts the card in. A browser sees a card only when it makes a new
  connection; what was negotiated before stays as it is until all its windows are closed.

  @step-2
  Rule: The card comes after the login

    @hardware-safe @person-at-card
    Scenario: The reader announces Ada's CAC after she has logged in
      Given Ada is logged in with her password
      When Ada puts her CAC into the reader
      Then the reader announces a card
      And the card answers to reset

    @hardware-safe @person-at-card
    Scenario: Putting the CAC in does not change how Ada is logged in
      Given Ada is logged in with her password
      When Ada puts her CAC into the reader
      Then Ada's account home says that she logged in with her password

  @step-2 @closes-browsers
  Rule: A browser sees a change of card only on a new connection

    @presents-pin-1
    Scenario: Ada's CAC session outlives the card until her browsers are closed
      Given Ada is logged in with her registered CAC
      When Ada pulls her CAC
      Then Ada's account home says that she logged in with her CAC

    @presents-pin-1
    Scenario: A new browser without the card is not let in by CAC Login
      Given Ada is logged in with her registered CAC
      When Ada pulls her CAC and starts again with a new browser
      Then CAC Login does not let Ada in

    @presents-pin-2
    Scenario: A new browser sees the CAC that was put in again
      Given Ada's CAC was pulled while she was logged in with it
      When Ada puts her CAC in again and logs in with it in a new browser
      Then Ada's account home says that she logged in with her CAC
