package main

import (
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/kubernetes/pkg/apis/core"
)

// allocate stands in for the allocators of IP addresses and ports, which a Service meets before it is
// validated: those of an IPv4 cluster. The function it returns takes back what the manifest did not say.
func allocate(object runtime.Object) func() {
	service, ok := object.(*core.Service)
	if !ok || service.Spec.Type == core.ServiceTypeExternalName {
		return func() {}
	}
	said := service.Spec.DeepCopy()
	allocateAddress(&service.Spec)
	if service.Spec.Type != core.ServiceTypeClusterIP {
		allocatePorts(&service.Spec)
	}
	return func() {
		spec := &service.Spec
		spec.ClusterIP, spec.ClusterIPs = said.ClusterIP, said.ClusterIPs
		spec.IPFamilies, spec.IPFamilyPolicy = said.IPFamilies, said.IPFamilyPolicy
		spec.HealthCheckNodePort = said.HealthCheckNodePort
		for i := range spec.Ports {
			spec.Ports[i].NodePort = said.Ports[i].NodePort
		}
	}
}

func allocateAddress(spec *core.ServiceSpec) {
	if spec.ClusterIP == "" && len(spec.ClusterIPs) == 0 {
		spec.ClusterIP = "10.96.0.10"
	}
	if spec.ClusterIP != "" && len(spec.ClusterIPs) == 0 {
		spec.ClusterIPs = []string{spec.ClusterIP}
	}
	if spec.ClusterIP == "" {
		spec.ClusterIP = spec.ClusterIPs[0]
	}
	if spec.IPFamilyPolicy == nil {
		policy := core.IPFamilyPolicySingleStack
		spec.IPFamilyPolicy = &policy
	}
	if len(spec.IPFamilies) == 0 {
		spec.IPFamilies = []core.IPFamily{core.IPv4Protocol}
	}
}

// keepAddress lets a Service that names no address have that of the stored one.
func keepAddress(old, next runtime.Object) {
	before, ok := old.(*core.Service)
	if !ok {
		return
	}
	after := next.(*core.Service)
	if after.Spec.Type != core.ServiceTypeExternalName && after.Spec.ClusterIP == "" {
		after.Spec.ClusterIP = before.Spec.ClusterIP
	}
	if after.Spec.ClusterIP == before.Spec.ClusterIP && len(after.Spec.ClusterIPs) == 0 {
		after.Spec.ClusterIPs = before.Spec.ClusterIPs
	}
}

func allocatePorts(spec *core.ServiceSpec) {
	const first = 30000
	for i := range spec.Ports {
		if spec.Ports[i].NodePort == 0 {
			spec.Ports[i].NodePort = int32(first + i)
		}
	}
	local := spec.ExternalTrafficPolicy == core.ServiceExternalTrafficPolicyLocal
	if local && spec.Type == core.ServiceTypeLoadBalancer && spec.HealthCheckNodePort == 0 {
		spec.HealthCheckNodePort = first + 1000
	}
}
