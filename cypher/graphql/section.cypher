// purpose: What a Section answers in GraphQL beyond what every Provision does: nothing.
